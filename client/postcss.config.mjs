// light-dark() and rem() in CSS modules become selectors that older browsers on cheap laptops understand.
export default { plugins: { "postcss-preset-mantine": {} } };
