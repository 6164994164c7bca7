import { serve } from "@hono/node-server";
import { Hono } from "hono";

const app = new Hono();
app.all("/", async (c) => {
  await c.req.text();
  return c.body(null, 204);
});
serve({ fetch: app.fetch, port: Number(process.argv[2]), hostname: "127.0.0.1" }, () => console.log("ready"));
