import { forgetKeys } from "#src/platform/operation/forget-keys.job.ts";
import { feature } from "#src/platform/operation/feature.ts";
import { createApiKey, listApiKeys, revokeApiKey } from "./api-keys.ts";
import type { Identity } from "./identity.ts";
import {
  acceptInvitationWith,
  createInvitation,
  deleteInvitation,
  getInvitation,
  listInvitations,
} from "./invitations.ts";
import { listHistory } from "./list-history.ts";
import { changeMember, listMembers, listRoles, removeMember } from "./members.ts";
import { createWorkspace, getSetUp, setUpWith } from "./set-up.ts";
import { changeWorkspace, getMe } from "./workspaces.ts";

/** Workspaces, their people and roles, invitations, keys, and the history of who did what. */
export const accounts = (identity: Identity) =>
  feature({
    name: "accounts",
    operations: [
      getSetUp,
      setUpWith(identity),
      getMe,
      createWorkspace,
      changeWorkspace,
      listRoles,
      listMembers,
      changeMember,
      removeMember,
      createInvitation,
      listInvitations,
      deleteInvitation,
      getInvitation,
      acceptInvitationWith(identity),
      createApiKey,
      listApiKeys,
      revokeApiKey,
      listHistory,
    ],
    jobs: [forgetKeys],
  });

export { callerOf } from "./caller.ts";
export { addressHeader, createIdentity, type Identity } from "./identity.ts";
export { permissionsOf, type Role, roles } from "./roles.ts";
