/** The server's passages: escaped text in which nothing but `<mark>` is a tag. */
export function Marked({ html }: { readonly html: string }) {
  const parts = html.split(/<\/?mark>/);
  return parts.map((part, at) => {
    const text = part.replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));
    // Every second part stood between the tags; the parts never change their order.
    return at % 2 === 1 ? <mark key={at}>{text}</mark> : text;
  });
}
