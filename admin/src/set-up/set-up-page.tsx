import { Button, PasswordInput, Select, Stack, TextInput, Title } from "@mantine/core";
import { isEmail, useForm } from "@mantine/form";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { auth, orThrow } from "#src/api/auth-client.ts";
import { faultsByField } from "#src/api/problem.ts";
import { useAsk } from "#src/api/use-ask.ts";
import { useMutation } from "@tanstack/react-query";
import { useClient } from "#src/api/session.tsx";
import { browserZone, timeZones } from "#src/i18n/zones.ts";
import { FrontDoor } from "#src/shell/front-door.tsx";
import { LeadOn } from "#src/shell/lead-on.tsx";
import { ProblemNote } from "#src/shell/problem-note.tsx";
import { minPasswordLength } from "#src/sign-in/password.ts";

/** The first visitor becomes the owner. */
export function SetUpPage() {
  const { t } = useTranslation();
  const state = useAsk("getSetUp", {});
  if (state.data?.needed === false) return <LeadOn door="/sign-in" />;
  return (
    <FrontDoor title={t("setUp.title")}>
      <Title order={1}>{t("setUp.title")}</Title>
      <p className="dimmed">{t("setUp.lead")}</p>
      <SetUpForm />
    </FrontDoor>
  );
}

function SetUpForm() {
  const { t } = useTranslation();
  const zones = useMemo(() => timeZones(), []);
  const form = useForm({
    mode: "uncontrolled",
    initialValues: { name: "", email: "", password: "", workspaceName: "", timeZone: browserZone() },
    validate: {
      name: (value) => (value.trim() === "" ? t("form.required") : null),
      email: isEmail(t("form.email")),
      password: (value) =>
        value.length < minPasswordLength ? t("form.password", { count: minPasswordLength }) : null,
      workspaceName: (value) => (value.trim() === "" ? t("form.required") : null),
    },
  });
  const setUp = useSetUp((failure) => form.setErrors(faultsByField(failure)));
  return (
    <form onSubmit={form.onSubmit((values) => setUp.mutate(values))} noValidate>
      <Stack mt="lg">
        <TextInput label={t("person.name")} autoComplete="name" required {...form.getInputProps("name")} />
        <TextInput
          label={t("person.email")}
          type="email"
          autoComplete="email"
          required
          {...form.getInputProps("email")}
        />
        <PasswordInput
          label={t("person.password")}
          description={t("form.password", { count: minPasswordLength })}
          autoComplete="new-password"
          required
          {...form.getInputProps("password")}
          visibilityToggleButtonProps={{ "aria-label": t("form.showPassword") }}
        />
        <TextInput
          label={t("setUp.workspaceName")}
          description={t("setUp.workspaceHint")}
          required
          {...form.getInputProps("workspaceName")}
        />
        <Select
          label={t("setUp.timeZone")}
          description={t("setUp.timeZoneHint")}
          data={zones}
          searchable
          allowDeselect={false}
          limit={60}
          {...form.getInputProps("timeZone")}
        />
        <ProblemNote failure={setUp.error} />
        <Button type="submit" size="md" loading={setUp.isPending}>
          {t("setUp.submit")}
        </Button>
      </Stack>
    </form>
  );
}

interface SetUpValues {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly workspaceName: string;
  readonly timeZone: string;
}

function useSetUp(onFailure: (failure: unknown) => void) {
  const client = useClient();
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: async (values: SetUpValues) => {
      await client.ask("setUp", values);
      await orThrow(auth.signIn.email({ email: values.email, password: values.password }));
    },
    onError: onFailure,
    onSuccess: async () => {
      queries.clear();
      await navigate({ to: "/start" });
    },
  });
}
