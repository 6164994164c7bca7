import { useNavigate } from "@tanstack/react-router";
import { useEffect } from "react";
import { RowsSkeleton } from "./asked.tsx";

/** Leads a stranger to the right door, once, however often the page around it is drawn. */
export function LeadOn({ door, from }: { readonly door: "/set-up" | "/sign-in"; readonly from?: string }) {
  const navigate = useNavigate();
  useEffect(() => {
    if (door === "/set-up") void navigate({ to: "/set-up", replace: true });
    else void navigate({ to: "/sign-in", search: { to: from }, replace: true });
    // oxlint-disable-next-line react/exhaustive-deps -- where one came from changes with the navigation itself
  }, [door]);
  return <RowsSkeleton rows={5} />;
}
