import { createClient, type Client } from "@samovar/client";

const chosenKey = "samovar.workspace";

/** The client of one workspace; without an id the server picks the person's first. */
export const clientOf = (workspaceId?: string): Client =>
  createClient({
    baseUrl: window.location.origin,
    language: () => document.documentElement.lang,
    ...(workspaceId === undefined ? {} : { workspaceId }),
  });

export const recallWorkspace = (): string | null => localStorage.getItem(chosenKey);
export const rememberWorkspace = (id: string): void => localStorage.setItem(chosenKey, id);
