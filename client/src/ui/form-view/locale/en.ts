export default {
  empty: "not filled in",
  incomplete: "Required, and incomplete.",
  required: "required",
  optional: "may be left empty",
  statement: "Statement",
  answer: "Candidate's answer",
  columns: "At most {{max}} rows: {{columns}}",
  line: "Short entry",
  text: "Text, suggested at most {{max}} words",
};
