/**
 * Stands for a `Response` until more is asked than its status: the platform's loads all of undici,
 * which takes longer than a process's first call does without it.
 */
export function lightResponse(status: number, url: string, make: () => Response): Response {
  const light: object = {
    __proto__: null,
    status,
    ok: status >= 200 && status < 300,
    url,
    redirected: false,
    type: "default",
  };
  let made: Response | undefined;
  const real = () => {
    made ??= make();
    return made;
  };
  return new Proxy(light, {
    get(target, name) {
      if (name in target) return Reflect.get(target, name);
      const value = Reflect.get(real(), name, real());
      return typeof value === "function" ? value.bind(real()) : value;
    },
    has: (target, name) => name in target || name in real(),
    getPrototypeOf: () => Response.prototype,
  }) as Response;
}
