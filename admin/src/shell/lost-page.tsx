import { Button } from "@mantine/core";
import { IconMapOff } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { EmptyState } from "./empty-state.tsx";
import { FrontDoor } from "./front-door.tsx";

export function LostPage() {
  const { t } = useTranslation();
  return (
    <FrontDoor title={t("lost.title")}>
      <EmptyState
        icon={IconMapOff}
        title={t("lost.title")}
        action={<Button renderRoot={(props: object) => <Link to="/" {...props} />}>{t("lost.home")}</Button>}
      >
        {t("lost.lead")}
      </EmptyState>
    </FrontDoor>
  );
}
