import { Button, Group, Stack, Text, TextInput } from "@mantine/core";
import { IconShieldX } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { isProblem, problemOf } from "#src/api/problem.ts";
import { useSession } from "#src/api/session.tsx";
import { ProblemNote } from "#src/shell/problem-note.tsx";
import { LinkButton } from "#src/shell/room-link.tsx";
import classes from "./composer.module.css";

interface GateNoteProps {
  readonly failure: unknown;
  readonly isPending: boolean;
  /** Goes out all the same, for this reason. */
  readonly onOverride: (reason: string) => void;
}

/**
 * A post that did not go out, and why. When its landing page would break its card, each fault stands with its remedy,
 * and who may publish may do so all the same.
 */
export function GateNote({ failure, isPending, onOverride }: GateNoteProps) {
  const { t } = useTranslation();
  const { can } = useSession();
  const [reason, setReason] = useState("");
  if (!isProblem(failure, "check_failed")) return <ProblemNote failure={failure} />;
  const { fields } = problemOf(failure);
  const override = () => reason.trim() !== "" && onOverride(reason.trim());
  return (
    <section className={classes.gate} role="alert" aria-label={t("gate.title")}>
      <Group gap="xs">
        <IconShieldX size={20} aria-hidden />
        <strong>{t("gate.title")}</strong>
      </Group>
      <ul>
        {fields.map(({ path, message }) => (
          <li key={path}>
            {message}{" "}
            <Text span size="sm" c="dimmed">
              {path.split(".").at(-1)}
            </Text>
          </li>
        ))}
      </ul>
      <Stack gap="xs" align="flex-start">
        <LinkButton size="compact-sm" variant="default" way={{ to: "/readiness" }}>
          {t("gate.toReadiness")}
        </LinkButton>
        {can("posts.publish") && (
          <Group align="flex-end" gap="xs" w="100%">
            <TextInput
              label={t("gate.reason")}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
              style={{ flex: "1 1 220px", maxWidth: 420 }}
            />
            <Button
              variant="default"
              color="red"
              disabled={reason.trim() === ""}
              loading={isPending}
              onClick={override}
            >
              {t("gate.override")}
            </Button>
          </Group>
        )}
      </Stack>
    </section>
  );
}
