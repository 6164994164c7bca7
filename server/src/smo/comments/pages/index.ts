export { feedRoutes } from "./feed-routes.ts";
export { pageRoutes } from "./page-routes.ts";
