export { runAudit } from "./run-audit.ts";
export { watchPage } from "./watch-page.ts";
