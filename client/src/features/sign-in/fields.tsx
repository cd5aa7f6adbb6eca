import { IconEye, IconEyeOff } from "@tabler/icons-react";
import { type ComponentProps, type ReactNode, useId, useState } from "react";
import { useTranslation } from "../../words/use-translation.ts";
import classes from "./fields.module.css";

type FieldProps = Omit<ComponentProps<"input">, "className" | "type" | "children"> & { label: string; description?: string; error?: string | null };

/*
 * The browser's own fields in the look of Mantine's, which would be 6 kB more before anybody can sign in; pages that come
 * later use Mantine's.
 */
export const TextField = (props: FieldProps) => <Field {...props}>{(input) => <input type="text" className={classes.input} {...input} />}</Field>;

/** With a button to read what was typed. It is in the tab order: whoever types by keyboard wants to check it too. */
export function PasswordField(props: FieldProps) {
  const { t } = useTranslation("sign-in");
  const [shown, setShown] = useState(false);
  const Glyph = shown ? IconEyeOff : IconEye;
  return (
    <Field {...props}>
      {(input) => (
        <>
          <input type={shown ? "text" : "password"} className={`${classes.input} ${classes.password}`} {...input} />
          <button type="button" className={classes.toggle} aria-label={t(shown ? "hidePassword" : "showPassword")} onClick={() => setShown(!shown)}>
            <Glyph size={22} stroke={1.6} aria-hidden />
          </button>
        </>
      )}
    </Field>
  );
}

function Field({ label, description, error, children, ...input }: FieldProps & { children: (input: ComponentProps<"input">) => ReactNode }) {
  const own = useId();
  const id = input.id ?? own;
  const describedBy = [description && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div className={classes.root}>
      <label className={classes.label} htmlFor={id}>
        {label}
      </label>
      {description ? (
        <p id={`${id}-hint`} className={classes.description}>
          {description}
        </p>
      ) : null}
      <div className={classes.box}>{children({ ...input, id, "aria-invalid": !!error, "aria-describedby": describedBy || undefined })}</div>
      {error ? (
        <p id={`${id}-error`} className={classes.error}>
          {error}
        </p>
      ) : null}
    </div>
  );
}
