/**
 * Where a network sends the browser back after OAuth. The route reads the `state` parameter alone: some networks
 * accept `127.0.0.1` but not `localhost`, so the browser may come back to another origin, without its cookies.
 */
export const oauthReturnUrl = (publicUrl: string, networkId: string): string => {
  const url = new URL(`/networks/${networkId}/return`, publicUrl);
  if (url.hostname === "localhost") url.hostname = "127.0.0.1";
  return url.href;
};
