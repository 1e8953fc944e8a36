// Prints what axe-core finds in a page, colours apart: a drawing it would need for those.
const { readFileSync } = require("node:fs");
const { JSDOM } = require("jsdom");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

async function main() {
  const text = readFileSync(process.argv[2], "utf8");
  const page = new JSDOM(text, { runScripts: "outside-only", pretendToBeVisual: true });
  page.window.eval(axe);
  const found = await page.window.eval(
    'axe.run(document, { rules: { "color-contrast": { enabled: false } } })',
  );
  console.log(`${found.violations.length} violations, ${found.passes.length} rules passed`);
  for (const each of found.violations) {
    console.log(`${each.id}: ${each.help} (${each.nodes.length}) ${each.nodes[0].html.slice(0, 80)}`);
  }
}

main();
