import { Button, Group, Modal, PasswordInput, Stack, Text, TextInput } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconShieldCheck } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { renderSVG } from "uqr";
import { auth, orThrow } from "#src/api/auth-client.ts";
import { useSession } from "#src/api/session.tsx";
import { CopyField } from "#src/shell/copy-field.tsx";
import { AuthNote } from "#src/sign-in/auth-note.tsx";

/** The second factor: a code from an app, and codes on paper for the day the phone is lost. */
export function TwoFactor() {
  const { t } = useTranslation();
  const { person } = useSession();
  const [opened, { open, close }] = useDisclosure(false);
  return (
    <>
      <Group>
        {person.twoFactorEnabled && (
          <Group gap={6}>
            <IconShieldCheck size={18} color="var(--mantine-primary-color-filled)" aria-hidden />
            <Text size="sm">{t("account.twoFactorOn")}</Text>
          </Group>
        )}
        <Button variant="default" onClick={open}>
          {person.twoFactorEnabled ? t("account.turnOff") : t("account.turnOn")}
        </Button>
      </Group>
      <Modal
        opened={opened}
        onClose={close}
        title={t("account.twoFactor")}
        closeButtonProps={{ "aria-label": t("action.close") }}
      >
        {person.twoFactorEnabled ? <TurnOff onDone={close} /> : <TurnOn onDone={close} />}
      </Modal>
    </>
  );
}

function useAskMeAgain() {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: ["", "getMe"] });
}

function TurnOff({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation();
  const askMeAgain = useAskMeAgain();
  const disable = useMutation({
    mutationFn: (password: string) => orThrow(auth.twoFactor.disable({ password })),
    onSuccess: () => {
      onDone();
      return askMeAgain();
    },
  });
  return <PasswordStep lead={t("account.turnOffLead")} submit={t("account.turnOff")} step={disable} />;
}

function TurnOn({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation();
  const enable = useMutation({
    mutationFn: (password: string) => orThrow(auth.twoFactor.enable({ password })),
  });
  const made = enable.data?.data;
  if (made && "totpURI" in made)
    return <ScanStep uri={made.totpURI} backupCodes={made.backupCodes ?? []} onDone={onDone} />;
  return <PasswordStep lead={t("account.turnOnLead")} submit={t("action.next")} step={enable} />;
}

interface Step {
  readonly mutate: (password: string) => void;
  readonly isPending: boolean;
  readonly error: unknown;
}

function PasswordStep({
  lead,
  submit,
  step,
}: {
  readonly lead: string;
  readonly submit: string;
  readonly step: Step;
}) {
  const { t } = useTranslation();
  const [password, setPassword] = useState("");
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        step.mutate(password);
      }}
    >
      <Stack>
        <Text size="sm">{lead}</Text>
        <PasswordInput
          label={t("account.currentPassword")}
          autoComplete="current-password"
          required
          data-autofocus
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          visibilityToggleButtonProps={{ "aria-label": t("form.showPassword") }}
        />
        <AuthNote failure={step.error} />
        <Group justify="flex-end">
          <Button type="submit" loading={step.isPending}>
            {submit}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

interface ScanStepProps {
  readonly uri: string;
  readonly backupCodes: readonly string[];
  readonly onDone: () => void;
}

function ScanStep({ uri, backupCodes, onDone }: ScanStepProps) {
  const { t } = useTranslation();
  const askMeAgain = useAskMeAgain();
  const [code, setCode] = useState("");
  const picture = useMemo(() => `data:image/svg+xml;utf8,${encodeURIComponent(renderSVG(uri))}`, [uri]);
  const verify = useMutation({
    mutationFn: () => orThrow(auth.twoFactor.verifyTotp({ code })),
    onSuccess: () => {
      onDone();
      return askMeAgain();
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        verify.mutate();
      }}
    >
      <Stack>
        <Text size="sm">{t("account.scan")}</Text>
        <img
          src={picture}
          alt={t("account.qrAlt")}
          width={200}
          height={200}
          style={{ alignSelf: "center", borderRadius: 8 }}
        />
        <CopyField value={new URL(uri).searchParams.get("secret") ?? ""} label={t("account.secret")} />
        <Text size="sm">{t("account.backupCodes")}</Text>
        <CopyField value={backupCodes.join(" ")} label={t("account.backupCodesLabel")} />
        <TextInput
          label={t("account.codeFromApp")}
          inputMode="numeric"
          autoComplete="one-time-code"
          required
          value={code}
          onChange={(event) => setCode(event.currentTarget.value.trim())}
        />
        <AuthNote failure={verify.error} />
        <Group justify="flex-end">
          <Button type="submit" loading={verify.isPending}>
            {t("account.turnOn")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
