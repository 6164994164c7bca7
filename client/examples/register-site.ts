import { createClient, SamovarError } from "@samovar/client";

const samovar = createClient({ baseUrl: "http://localhost:3000", apiKey: "smv_…" });

/** Registers a site once, however often the program is run, and tells the line to put into its pages. */
export async function registerSite(origin: string): Promise<string> {
  try {
    const site = await samovar.ask(
      "createSite",
      { name: new URL(origin).hostname, origin },
      { idempotencyKey: `register ${origin}`.replaceAll(" ", "-") },
    );
    return site.embedLine;
  } catch (error) {
    if (error instanceof SamovarError && error.code === "conflict")
      return `${error.message}. ${error.hint ?? ""}`;
    throw error;
  }
}
