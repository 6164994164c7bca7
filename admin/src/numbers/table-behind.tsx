import { Button, Collapse } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";

/** The table that says what a picture shows, opened by whoever would rather read. */
export function TableBehind({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation();
  const id = useId();
  const [opened, { toggle }] = useDisclosure(false);
  return (
    <>
      <Button variant="subtle" size="compact-sm" aria-expanded={opened} aria-controls={id} onClick={toggle}>
        {opened ? t("numbers.hideTable") : t("numbers.showTable")}
      </Button>
      <div id={id}>{opened && <Collapse expanded>{children}</Collapse>}</div>
    </>
  );
}
