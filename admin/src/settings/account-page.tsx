import {
  Button,
  Group,
  PasswordInput,
  SegmentedControl,
  Stack,
  Text,
  useMantineColorScheme,
} from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { auth, orThrow } from "#src/api/auth-client.ts";
import { useSession } from "#src/api/session.tsx";
import { LanguageSwitch } from "#src/shell/language-switch.tsx";
import { Page, Section } from "#src/shell/page.tsx";
import { AuthNote } from "#src/sign-in/auth-note.tsx";
import { minPasswordLength } from "#src/sign-in/password.ts";
import { Passkeys } from "./passkeys.tsx";
import { TwoFactor } from "./two-factor.tsx";

export function AccountPage() {
  const { t } = useTranslation();
  const { person } = useSession();
  return (
    <Page title={t("account.title")} lead={t("account.lead", { name: person.name, email: person.email })}>
      <Section title={t("account.appearance")}>
        <Appearance />
      </Section>
      <Section title={t("account.passwordTitle")}>
        <PasswordForm />
      </Section>
      <Section title={t("account.passkeys")} lead={t("account.passkeysLead")}>
        <Passkeys />
      </Section>
      <Section title={t("account.twoFactor")} lead={t("account.twoFactorLead")}>
        <TwoFactor />
      </Section>
    </Page>
  );
}

function Appearance() {
  const { t } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const schemes = ["auto", "light", "dark"] as const;
  return (
    <Stack gap="md">
      <Group gap="xl">
        <div>
          <Text size="sm" fw={560} mb={6}>
            {t("account.language")}
          </Text>
          <LanguageSwitch />
        </div>
        <div>
          <Text size="sm" fw={560} mb={6}>
            {t("theme.label")}
          </Text>
          <SegmentedControl
            size="xs"
            aria-label={t("theme.label")}
            value={colorScheme}
            onChange={(value) => setColorScheme(schemes.find((scheme) => scheme === value) ?? "auto")}
            data={schemes.map((value) => ({ value, label: t(`theme.${value}`) }))}
          />
        </div>
      </Group>
    </Stack>
  );
}

function PasswordForm() {
  const { t } = useTranslation();
  const [currentPassword, setCurrent] = useState("");
  const [newPassword, setNew] = useState("");
  const change = useMutation({
    mutationFn: () =>
      orThrow(auth.changePassword({ currentPassword, newPassword, revokeOtherSessions: true })),
    onSuccess: () => {
      setCurrent("");
      setNew("");
      notifications.show({ message: t("account.passwordChanged") });
    },
  });
  const toggle = { "aria-label": t("form.showPassword") };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        change.mutate();
      }}
    >
      <Stack maw={440}>
        <PasswordInput
          label={t("account.currentPassword")}
          autoComplete="current-password"
          required
          value={currentPassword}
          onChange={(event) => setCurrent(event.currentTarget.value)}
          visibilityToggleButtonProps={toggle}
        />
        <PasswordInput
          label={t("account.newPassword")}
          description={t("form.password", { count: minPasswordLength })}
          autoComplete="new-password"
          minLength={minPasswordLength}
          required
          value={newPassword}
          onChange={(event) => setNew(event.currentTarget.value)}
          visibilityToggleButtonProps={toggle}
        />
        <AuthNote failure={change.error} />
        <Group>
          <Button type="submit" variant="default" loading={change.isPending}>
            {t("account.changePassword")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
