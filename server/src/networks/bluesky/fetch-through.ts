import type { NetworkTools } from "../network.ts";

/** Uploads of pictures take longer than other calls. */
const timeoutMs = 60_000;

/** The libraries' `fetch`, leading through our guarded way out. */
export const fetchThrough =
  (tools: NetworkTools) =>
  async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const request = new Request(input, init);
    const reads = request.method === "GET" || request.method === "HEAD";
    const body = reads ? null : await request.arrayBuffer();
    return tools.http(request.url, {
      method: request.method,
      headers: request.headers,
      // A redirected write could become a read: the answer would say nothing of the write.
      redirect: reads ? request.redirect : "manual",
      signal: request.signal,
      timeoutMs,
      ...(body && { body }),
    });
  };
