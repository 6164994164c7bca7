import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const server = "http://localhost:3000";

export default defineConfig({
  base: "/admin/",
  plugins: [react()],
  build: {
    outDir: "dist",
    emptyOutDir: true,
    sourcemap: false,
    target: "es2023",
    chunkSizeWarningLimit: 900,
  },
  server: { port: 5173, proxy: { "/api": server, "/w": server, "/media": server, "/e": server } },
});
