declare module "html-encoding-sniffer" {
  /** WHATWG's encoding sniffing: the name of the encoding as the Encoding Standard writes it, `UTF-8`. */
  export default function sniffEncoding(
    bytes: Uint8Array,
    options?: { readonly transportLayerEncodingLabel?: string; readonly defaultEncoding?: string },
  ): string;
}
