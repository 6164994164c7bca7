export { createHttp, type HttpOptions } from "./create-http.ts";
export type { AllowPrivate } from "./guard.ts";
export { HttpFailure, type Http, type HttpFailureKind, type HttpInit } from "./http-client.ts";
export { isPublicAddress } from "./public-address.ts";
