import { Anchor, Button, type ButtonProps } from "@mantine/core";
import { Link, type LinkProps } from "@tanstack/react-router";
import type { ReactNode } from "react";

type Way = Pick<LinkProps, "to" | "params" | "search">;

interface LinkButtonProps extends ButtonProps {
  readonly way: Way;
  readonly children: ReactNode;
}

/** A button that leads to another room. */
export function LinkButton({ way, children, ...props }: LinkButtonProps) {
  return (
    <Button {...props} renderRoot={(root: object) => <Link {...way} {...root} />}>
      {children}
    </Button>
  );
}

export function RoomLink({
  way,
  children,
  quiet = false,
}: {
  readonly way: Way;
  readonly children: ReactNode;
  readonly quiet?: boolean;
}) {
  return (
    <Anchor
      {...(quiet ? { c: "inherit", fw: "inherit", fz: "inherit", underline: "hover" as const } : {})}
      renderRoot={(root: object) => <Link {...way} {...root} />}
    >
      {children}
    </Anchor>
  );
}
