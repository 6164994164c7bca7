/** The report's own sheet: reads in light and dark, on paper and on a phone. */
export const reportStyles = `
:root{color-scheme:light dark;--ink:#1d1b19;--dim:#6b655e;--line:#e2ddd6;--ground:#fbf9f6;--sheet:#fff;--good:#2b7a4b;--fair:#9a6700;--poor:#b3261e;--info:#2f5f9e}
@media (prefers-color-scheme:dark){:root{--ink:#eae6e1;--dim:#a59d94;--line:#3a352f;--ground:#181614;--sheet:#211e1b;--good:#6fcf97;--fair:#e3b341;--poor:#ff8a80;--info:#8ab8f0}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.5 system-ui,sans-serif}
main{max-inline-size:1100px;margin:auto;padding:24px 16px 64px}
h1{font-size:1.6rem;margin:0}h2{font-size:1.15rem;margin:0 0 4px;overflow-wrap:anywhere}h4{margin:16px 0 4px}
a{color:inherit}.site{font-size:1.1rem;margin:0;overflow-wrap:anywhere}.dim{color:var(--dim);font-size:.875rem;overflow-wrap:anywhere}
section{background:var(--sheet);border:1px solid var(--line);border-radius:12px;padding:16px;margin-block-start:16px}
.bars{border-collapse:collapse;inline-size:100%;max-inline-size:640px;margin-block-start:12px}
.bars th{text-align:start;font-weight:500;padding-inline-end:12px;white-space:nowrap}
.bars td{padding:2px 4px;font-variant-numeric:tabular-nums}.bar{inline-size:100%}
.bar span{display:block;block-size:10px;border-radius:5px;min-inline-size:2px}
.bar .good{background:var(--good)}.bar .fair{background:var(--fair)}.bar .poor{background:var(--poor)}
.score{font-weight:700;font-variant-numeric:tabular-nums}.score.good{color:var(--good)}.score.fair{color:var(--fair)}.score.poor{color:var(--poor)}
.mark{font-weight:600}.mark.error{color:var(--poor)}.mark.warning{color:var(--fair)}.mark.info{color:var(--info)}
.findings,.origins{list-style:none;padding:0;margin:0}.findings li,.mend li{padding:8px 0;border-block-start:1px solid var(--line)}
.findings p,.mend p{margin:2px 0}.remedy::before{content:"→ "}
pre{overflow-x:auto;background:var(--ground);border:1px solid var(--line);border-radius:8px;padding:8px 10px;margin:6px 0;font-size:.8125rem}
code{overflow-wrap:anywhere}pre code{overflow-wrap:normal}
summary{cursor:pointer;font-weight:600;margin-block:8px}
.cards{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,320px),1fr));gap:16px}
figure{margin:0;min-inline-size:0}figcaption{font-weight:600;margin-block-end:4px}
.stage{border-radius:8px;padding:12px;margin-block-end:6px;overflow:hidden;border:1px solid var(--line)}
.stage.light{background:#fff;color:#111}.stage.dark{background:#1c1c1e;color:#eee}
.origins{font-size:.8125rem}.origins li{padding:2px 0;overflow-wrap:anywhere}
@media print{section{break-inside:avoid;border-color:#ccc}}
`;
