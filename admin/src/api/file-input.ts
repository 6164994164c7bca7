/** The catalogue knows files as text, since JSON surfaces send base64; the client sends a file as multipart. */
export const fileInput = (file: File): string => file as unknown as string;
