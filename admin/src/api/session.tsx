import type { Client } from "@samovar/client";
import { createContext, use } from "react";
import { clientOf } from "./client.ts";
import type { Me, Permission, Workspace } from "./operations.ts";

export interface Session {
  readonly client: Client;
  readonly person: Me["person"];
  readonly workspaces: Me["workspaces"];
  readonly workspace: Workspace;
  readonly can: (permission: Permission) => boolean;
  readonly switchTo: (workspaceId: string) => void;
}

export const SessionContext = createContext<Session | undefined>(undefined);

/** Who is signed in and where. Only pages inside the house ask. */
export function useSession(): Session {
  const session = use(SessionContext);
  if (!session) throw new Error("This page is rendered outside the house");
  return session;
}

const publicClient = clientOf();

/** The client of the house's workspace, or, at the doors, of nobody in particular. */
export function useClient(): Client {
  return use(SessionContext)?.client ?? publicClient;
}

export const useWorkspaceId = (): string => use(SessionContext)?.workspace.id ?? "";
