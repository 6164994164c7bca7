export { createHttp, type HttpOptions } from "./create-http.ts";
export { createRawHttp, type RawAnswer, type RawHttp, type RawRequest } from "./create-raw-http.ts";
export { isAllowed, type AllowPrivate, type Resolve } from "./guard.ts";
export { HttpFailure, type Http, type HttpFailureKind, type HttpInit } from "./http-client.ts";
export { isPublicAddress } from "./public-address.ts";
