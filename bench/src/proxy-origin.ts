/** The site behind the proxy: a page of about 50 kB and an image of 100 kB. `node proxy-origin.ts <port>`. */
import { createServer } from "node:http";

const head = `<meta charset="utf-8"><title>A page of the bench</title><meta name="description" content="What it is about">${'<link rel="stylesheet" href="/a.css">'.repeat(10)}<style>${"a{color:red}".repeat(200)}</style>`;
const page = Buffer.from(
  `<!doctype html><html lang="en"><head>${head}</head><body>${"<p>A samovar boils water for tea.</p>".repeat(1250)}</body></html>`,
);
const image = Buffer.alloc(100_000, 7);

createServer((request, response) => {
  const [body, type] =
    request.url === "/image.jpg" ? [image, "image/jpeg"] : [page, "text/html; charset=utf-8"];
  response.writeHead(200, { "content-type": type, "content-length": body.length }).end(body);
}).listen(Number(process.argv[2]), "127.0.0.1", () => console.log("ready"));
