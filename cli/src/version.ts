/** Of this package; `cli.test.ts` holds it to what package.json says. */
export const version = "0.1.0";
