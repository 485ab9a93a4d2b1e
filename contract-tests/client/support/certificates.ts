import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A certificate and its private key, in PEM. */
export interface KeyPair {
  readonly cert: string;
  readonly key: string;
}

/** A certificate authority of our own, and what it has signed. */
export interface Certificates {
  readonly ca: string;
  /** For 127.0.0.1 and localhost. */
  readonly server: KeyPair;
  readonly client: KeyPair;
}

/** Makes certificates that are valid for a day. */
export function makeCertificates(): Certificates {
  const folder = mkdtempSync(join(tmpdir(), "dew-tags-certificates-"));
  const openssl = (...args: string[]) =>
    execFileSync("openssl", args, { cwd: folder, stdio: ["ignore", "ignore", "pipe"] });
  const read = (name: string) => readFileSync(join(folder, name), "utf8");
  const request = (name: string) => [
    ...["req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"],
    ...["-keyout", `${name}.key`, "-subj", `/CN=${name}`],
  ];
  const sign = (name: string): KeyPair => {
    openssl(...request(name), "-out", `${name}.csr`);
    openssl(
      ...["x509", "-req", "-in", `${name}.csr`, "-CA", "ca.crt", "-CAkey", "ca.key"],
      ...["-CAcreateserial", "-days", "1", "-extfile", "extensions", "-out", `${name}.crt`],
    );
    return { cert: read(`${name}.crt`), key: read(`${name}.key`) };
  };
  try {
    writeFileSync(join(folder, "extensions"), "subjectAltName=IP:127.0.0.1,DNS:localhost\n");
    openssl(...request("ca"), "-x509", "-days", "1", "-out", "ca.crt");
    return { ca: read("ca.crt"), server: sign("server"), client: sign("client") };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
