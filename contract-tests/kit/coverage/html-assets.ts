// What the page carries with it, so that it needs nothing from elsewhere.

export const STYLE = `
:root {
  color-scheme: light dark;
  --back: #fbfbfa; --raised: #fff; --text: #1c2024; --quiet: #5f6770; --line: #dfe2e5;
  --accept: #176b3a; --accept-back: #e2f4e8; --reject: #9a3412; --reject-back: #fdebe1;
  --bar: #2f7d4f; --missing: #b42318; --missing-back: #fdeceb; --link: #0b5cad;
}
@media (prefers-color-scheme: dark) {
  :root {
    --back: #14171a; --raised: #1b1f23; --text: #e6e8ea; --quiet: #9aa3ac; --line: #30363c;
    --accept: #7fd6a0; --accept-back: #16321f; --reject: #f5b08a; --reject-back: #3a2114;
    --bar: #4fae77; --missing: #ff9a90; --missing-back: #3d1a17; --link: #7db7f5;
  }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 5rem; }
body {
  margin: 0 auto; max-width: 76rem; padding: 2rem 1.5rem 4rem;
  background: var(--back); color: var(--text);
  font: 0.9375rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
}
h1 { font-size: 1.6rem; line-height: 1.2; margin: 0 0 0.25rem; letter-spacing: -0.01em; }
h2 { font-size: 1.15rem; margin: 2.5rem 0 0.75rem; }
h3 { font-size: 0.95rem; margin: 1.25rem 0 0.4rem; }
p { margin: 0.25rem 0; max-width: 46rem; }
a { color: var(--link); text-decoration: none; }
a:hover { text-decoration: underline; }
code, pre, .mono { font: 0.8125rem/1.45 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; }
.quiet { color: var(--quiet); }
.total { display: inline-block; margin-top: 0.75rem; padding: 0.3rem 0.8rem; border-radius: 99px;
  background: var(--accept-back); color: var(--accept); font-weight: 600; }
.total.missing { background: var(--missing-back); color: var(--missing); }
table { width: 100%; border-collapse: collapse; background: var(--raised);
  border: 1px solid var(--line); border-radius: 6px; }
th, td { padding: 0.35rem 0.75rem; text-align: left; vertical-align: top;
  border-top: 1px solid var(--line); overflow-wrap: anywhere; }
thead th { border-top: 0; font-weight: 600; font-size: 0.8125rem; color: var(--quiet); }
tbody th { font-weight: 400; }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
td.missing { color: var(--missing); font-weight: 600; }
.bar { width: 22%; }
.bar i { display: block; height: 0.5rem; margin-top: 0.5rem; border-radius: 99px;
  background: linear-gradient(var(--bar) 0 0) left / var(--part) 100% no-repeat var(--missing); }
details > summary { cursor: pointer; }
.operation { border: 1px solid var(--line); border-radius: 6px; background: var(--raised);
  margin-top: 0.75rem; padding: 0.5rem 1rem; }
.operation > summary { font-weight: 600; padding: 0.25rem 0; overflow-wrap: anywhere; }
.operation[open] { padding-bottom: 1rem; }
.operation table { font-size: 0.875rem; }
.keywords td:nth-child(1) { width: 46%; }
.keywords .side { width: 17%; }
.keywords td:empty::before { content: "–"; color: var(--quiet); }
button.cases { font: inherit; font-variant-numeric: tabular-nums; color: var(--link); background: none; border: 0;
  padding: 0; cursor: pointer; text-align: left; }
button.cases:hover { text-decoration: underline; }
.none { color: var(--missing); font-weight: 600; }
.filter { position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; gap: 0.5rem;
  align-items: center; padding: 0.75rem 0; background: var(--back); }
.filter input, .filter select, .filter button { font: inherit; color: inherit; background: var(--raised);
  border: 1px solid var(--line); border-radius: 6px; padding: 0.35rem 0.6rem; }
.filter input { flex: 1 1 16rem; min-width: 0; }
.filter output { color: var(--quiet); font-size: 0.8125rem; min-width: 7.5rem; }
#cases { table-layout: fixed; }
#cases th:nth-child(1) { width: 38%; }
#cases th:nth-child(2) { width: 6.5rem; }
#cases tr:target td { background: var(--accept-back); }
.verdict { display: inline-block; padding: 0 0.55rem; border-radius: 99px; font-size: 0.8125rem;
  font-weight: 600; }
.accept { background: var(--accept-back); color: var(--accept); }
.reject { background: var(--reject-back); color: var(--reject); }
pre { margin: 0.4rem 0; padding: 0.6rem 0.75rem; border-radius: 6px; background: var(--back);
  border: 1px solid var(--line); white-space: pre-wrap; overflow-wrap: anywhere; }
[hidden] { display: none !important; }
@media (max-width: 46rem) {
  body { padding: 1.25rem 0.9rem 3rem; }
  .one, .bar { display: none; }
  .operation { padding: 0.5rem 0.6rem; }
  thead th, th, td { padding: 0.35rem 0.5rem; }
  #cases thead, .keywords thead { display: none; }
  #cases tbody tr, .keywords tbody tr { display: block; border-top: 1px solid var(--line); padding: 0.4rem 0; }
  #cases td, .keywords td { display: block; width: auto !important; border: 0; padding: 0.1rem 0.5rem; }
  .keywords td[data-side]::before { content: attr(data-side) " "; color: var(--quiet); }
  #cases td:empty, .keywords td:empty { display: none; }
  #cases .source { color: var(--quiet); }
  .filter { position: static; }
}
`;

export const SCRIPT = `
const rows = [...document.querySelectorAll("#cases tbody tr")];
const texts = rows.map((row) => row.textContent.toLowerCase());
const [search, verdict, operation, all] = document.querySelector(".filter").elements;
const shown = document.querySelector(".filter output");
let chosen;
function apply() {
  const words = search.value.toLowerCase().split(/\\s+/).filter(Boolean);
  let count = 0;
  rows.forEach((row, index) => {
    const fits = (!chosen || chosen.has(index))
      && (!verdict.value || row.dataset.verdict === verdict.value)
      && (!operation.value || row.dataset.operation === operation.value)
      && words.every((word) => texts[index].includes(word));
    row.hidden = !fits;
    if (fits) count += 1;
  });
  shown.value = count + " of " + rows.length;
  all.hidden = !chosen && !words.length && !verdict.value && !operation.value;
}
document.querySelector(".filter").addEventListener("input", apply);
document.querySelector(".filter").addEventListener("submit", (event) => event.preventDefault());
all.addEventListener("click", () => {
  chosen = undefined;
  search.value = verdict.value = operation.value = "";
  apply();
});
document.addEventListener("click", ({ target }) => {
  if (!target.matches("button.cases")) return;
  chosen = new Set(target.dataset.cases.split(" ").map(Number));
  search.value = verdict.value = operation.value = "";
  apply();
  document.querySelector("#judged").scrollIntoView();
});
apply();
`;
