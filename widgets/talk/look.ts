export const look = `
:host{content-visibility:auto;contain-intrinsic-size:auto 24rem;min-block-size:12rem}
section,section>ol{display:grid;gap:1.2rem}
li{display:grid;gap:.8rem}
li ol{display:grid;gap:1rem;margin-inline-start:1rem;padding-inline-start:1rem;border-inline-start:2px solid #8884}
li ol:empty{display:none}
article{display:grid;gap:.4rem;padding:.3rem}
article:focus{outline-offset:-2px}
header,footer,.row{display:flex;flex-wrap:wrap;gap:.2rem .6rem;align-items:center}
header.top{justify-content:space-between}
h2{font-size:1.25em}
img{inline-size:2rem;block-size:2rem;border-radius:50%}
b+mark,mark{font-size:.8em;border:1px solid #8888;border-radius:1em;padding:0 .6em;background:none;color:inherit}
[part=text]{overflow-wrap:anywhere;display:grid;gap:.6rem}
[part=text] blockquote{margin:0;padding-inline-start:.8rem;border-inline-start:3px solid #8888}
[part=text] :is(ul,ol){list-style:revert;padding-inline-start:1.4rem;margin:0;border:0;display:block}
[part=text] pre{overflow:auto;margin:0}
footer button,header button{border-color:#0000;padding:.1rem .5rem;min-block-size:1.8rem;font-size:.9em}
[aria-pressed=true]{border-color:currentColor}
textarea{inline-size:100%;resize:vertical;field-sizing:content;min-block-size:5rem}
input[part]{flex:1 1 12rem;min-inline-size:0}
`;
