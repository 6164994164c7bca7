import { Group, Title } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import { type ReactNode, useId } from "react";
import classes from "./shell.module.css";

interface PageProps {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** What every page has: a title that is the document's too, a line that explains, its main actions. */
export function Page({ title, lead, actions, wide = false, children }: PageProps) {
  useDocumentTitle(`${title} · Samovar`);
  return (
    <div className={classes.page} data-wide={wide || undefined}>
      <header className={classes.pageHead}>
        <div>
          <Title order={1}>{title}</Title>
          {lead !== undefined && <p className={classes.pageLead}>{lead}</p>}
        </div>
        {actions !== undefined && <Group gap="sm">{actions}</Group>}
      </header>
      {children}
    </div>
  );
}

interface SectionProps {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A part of a page under a hairline, with its own heading. */
export function Section({ title, lead, actions, children }: SectionProps) {
  const id = useId();
  return (
    <section className={classes.section} aria-labelledby={id}>
      <div className={classes.sectionHead}>
        <div>
          <Title order={2} id={id}>
            {title}
          </Title>
          {lead !== undefined && <p className={classes.pageLead}>{lead}</p>}
        </div>
        {actions !== undefined && <Group gap="xs">{actions}</Group>}
      </div>
      {children}
    </section>
  );
}
