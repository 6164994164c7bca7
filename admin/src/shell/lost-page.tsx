import { Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { FrontDoor } from "./front-door.tsx";
import { LinkButton } from "./room-link.tsx";

export function LostPage() {
  const { t } = useTranslation();
  return (
    <FrontDoor title={t("lost.title")}>
      <Title order={1}>{t("lost.title")}</Title>
      <p className="dimmed">{t("lost.lead")}</p>
      <LinkButton way={{ to: "/" }}>{t("lost.home")}</LinkButton>
    </FrontDoor>
  );
}
