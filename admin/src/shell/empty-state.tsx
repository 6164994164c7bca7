import { Group, Title } from "@mantine/core";
import type { Icon } from "@tabler/icons-react";
import type { ReactNode } from "react";
import classes from "./shell.module.css";

interface EmptyStateProps {
  readonly icon: Icon;
  readonly title: string;
  readonly children: ReactNode;
  /** The button that does what comes next. */
  readonly action?: ReactNode;
}

/** Nothing here yet: says what belongs here, and has the button for the next step. */
export function EmptyState({ icon: Icon, title, children, action }: EmptyStateProps) {
  return (
    <div className={classes.empty}>
      <span className={classes.emptyIcon}>
        <Icon size={24} stroke={1.6} aria-hidden />
      </span>
      <Title order={2}>{title}</Title>
      <p>{children}</p>
      {action !== undefined && <Group mt="xs">{action}</Group>}
    </div>
  );
}
