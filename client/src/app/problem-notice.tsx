import { errorText } from "../api/errors.ts";
import { ErrorNotice } from "../ui/error-notice.tsx";

type Props = {
  error: unknown;
  /** The feature's namespace, if its catalogue has words of its own for this refusal. */
  namespace?: string;
  title?: string;
  onRetry?: () => void;
};

/** An error of a query or mutation, in the reader's language. */
export function ProblemNotice({ error, namespace, ...notice }: Props) {
  return <ErrorNotice text={errorText(error, namespace)} {...notice} />;
}
