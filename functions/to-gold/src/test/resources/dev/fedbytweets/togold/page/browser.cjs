// Looks at the pages of a folder in a real browser: are they drawn, do they change when somebody
// chooses, can they be used without a mouse and without eyes. Prints what is wrong, a line each.
//
//   node browser.cjs CHROMIUM FOLDER     in a folder in which playwright-core and axe-core are installed
"use strict";
const fs = require("node:fs");
const path = require("node:path");
const { createRequire } = require("node:module");
const { pathToFileURL } = require("node:url");

const installed = createRequire(path.join(process.cwd(), "any.js"));
const { chromium } = installed("playwright-core");
const axe = installed("axe-core").source;

const [executablePath, folder] = process.argv.slice(2);
const problems = [];
let at = "";
const check = (holds, what) => {
  if (!holds) {
    problems.push(`${at}: ${what}`);
  }
};

const text = (page, selector) => page.locator(selector).innerText();

async function open(browser, file, settings) {
  const context = await browser.newContext(settings);
  const page = await context.newPage();
  page.on("console", message => check(message.type() !== "error", `console: ${message.text()}`));
  page.on("pageerror", error => check(false, `error: ${error.message}`));
  page.on("dialog", dialog => {
    check(false, "a dialog was opened");
    dialog.dismiss();
  });
  page.on("request", request => check(/^(file|data):/.test(request.url()), `asks for ${request.url()}`));
  await page.goto(pathToFileURL(path.join(folder, file)).href);
  return page;
}

/// What a reader sees of the page, as the browser has it.
const seen = page =>
  page.evaluate(() => {
    const all = {};
    for (const selector of ["title", "header", "#controls", "#contents", "footer"]) {
      all[selector] = document.querySelector(selector).innerHTML;
    }
    document.querySelectorAll(".chart, .scroll").forEach(element => { all[element.id] = element.innerHTML; });
    document.querySelectorAll(".csv").forEach(element => { all[element.id] = element.getAttribute("href"); });
    return all;
  });

function same(one, other, what) {
  for (const [place, html] of Object.entries(one)) {
    if (html !== other[place]) {
      let i = 0;
      while (html[i] === other[place][i]) {
        i++;
      }
      const part = all => JSON.stringify(all.slice(Math.max(0, i - 40), i + 60));
      check(false, `${what}: ${place} is ${part(other[place])}, not ${part(html)}`);
    }
  }
}

async function accessible(page) {
  await page.evaluate(() => document.querySelectorAll("details").forEach(element => { element.open = true; }));
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => axe.run(document, { resultTypes: ["violations"] }));
  for (const violation of violations) {
    check(false, `axe ${violation.id}: ${violation.nodes.slice(0, 3).map(node => node.html.slice(0, 160)).join(" | ")}`);
  }
  await page.evaluate(() => document.querySelectorAll("details").forEach(element => { element.open = false; }));
}

async function looks(browser, file, width, theme, language) {
  at = `${file} ${width} ${theme} ${language}`;
  const page = await open(browser, file, { viewport: { width, height: 900 }, colorScheme: theme });
  if ((await page.locator("html").getAttribute("lang")) !== language) {
    await page.click("#language");
  }
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  check(wide <= width, `is ${wide} wide`);
  check((await page.locator("html").getAttribute("lang")) === language, "is in another language");
  const flat = await page.evaluate(() =>
    [...document.querySelectorAll(".plot svg")].filter(svg => svg.getBoundingClientRect().height < 60).length);
  check(flat === 0, `${flat} drawings are flat`);
  check((await page.evaluate(() => window.hacked)) === undefined, "a script of the data has run");
  await accessible(page);
  await page.screenshot({ path: path.join(folder, `${at.replaceAll(/[ .]/g, "-")}.png`), fullPage: true });
  await page.context().close();
}

async function drawsTheSame(browser, file, other) {
  at = `${file} drawn by the script`;
  const page = await open(browser, file, {});
  const written = await seen(page);
  await page.click("#language");
  const translated = await seen(page);
  await page.click("#language");
  same(written, await seen(page), "the same language");
  await page.goto(pathToFileURL(path.join(folder, other)).href);
  same(await seen(page), translated, "the other language");
  await page.context().close();
}

async function changes(browser) {
  at = "rich.html changed";
  const page = await open(browser, "rich.html", { viewport: { width: 1280, height: 900 } });
  await page.evaluate(() => { window.loaded = "once"; });
  const all = await text(page, "#heads dd >> nth=0");
  check((await page.locator("#volume .panel").count()) === 4, "shows all subjects and each of three");

  await page.selectOption("#subject", { label: "coffee" });
  check((await page.locator("#volume .panel").count()) === 1, "a subject has one panel");
  check((await text(page, "#standfirst")).includes("coffee"), "the sentence names the subject");
  const one = await text(page, "#heads dd >> nth=0");
  check(one !== all, "the number of posts is the subject's");
  check(!(await text(page, "#sentiment-chart")).includes("fair_trade"), "sentiment is the subject's");
  check((await text(page, "#status")).includes("coffee"), "a screen reader is told");

  await page.check("input[name=range][value='0']");
  const csv = decodeURIComponent((await page.getAttribute("#volume-csv", "href")).split(",").slice(1).join(","));
  check(csv.trim().split("\n").length === 8, "the CSV has a head and seven days");
  check((await page.locator("#volume-table tbody tr").count()) === 7, "the table has seven days");
  const posts = csv.trim().split("\n").slice(1).map(line => Number(line.split(",")[1]));
  const week = (await text(page, "#heads dd >> nth=0")).replaceAll(",", "");
  check(String(posts.reduce((sum, number) => sum + number, 0)) === week, `${posts} are not ${week}`);
  check((await page.evaluate(() => window.loaded)) === "once", "it was loaded again");

  await page.locator("input[name=range][value='0']").focus();
  await page.keyboard.press("ArrowRight");
  check((await page.locator("#volume-table tbody tr").count()) === 28, "arrow keys choose 28 days");
  const [download] = await Promise.all([page.waitForEvent("download"), page.click("#volume-csv")]);
  check(download.suggestedFilename() === "volume.csv", "the CSV can be saved");

  const plot = page.locator("#volume .plot").first();
  await plot.scrollIntoViewIfNeeded();
  const box = await plot.boundingBox();
  await page.mouse.move(box.x + box.width - 2, box.y + box.height / 2);
  check((await text(page, ".tip")).startsWith("28 Nov: "), "the last day is told where the mouse is");

  const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const before = await paper();
  await page.click("#theme");
  check((await paper()) !== before, "the theme changes");
  await page.context().close();
}

async function byKeyboard(browser) {
  at = "rich.html by keyboard";
  const page = await open(browser, "rich.html", { viewport: { width: 1280, height: 900 } });
  const stops = new Set();
  for (let i = 0; i < 60; i++) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(() => {
      const element = document.activeElement;
      const marked = element.matches("input") ? element.nextElementSibling : element;
      const outline = getComputedStyle(marked);
      return {
        name: element.id || element.name || element.className || element.tagName,
        seen: outline.outlineStyle !== "none" && Number.parseFloat(outline.outlineWidth) >= 2,
      };
    });
    stops.add(stop.name);
    check(stop.seen || stop.name === "BODY", `focus on ${stop.name} is not seen`);
  }
  for (const name of ["skip", "range", "subject", "language", "theme", "SUMMARY", "volume-csv"]) {
    check(stops.has(name), `${name} is not reached`);
  }
  await page.context().close();
}

async function withoutScript(browser) {
  at = "rich.html without its script";
  const page = await open(browser, "rich.html", { javaScriptEnabled: false });
  check(!(await page.locator("#controls").isVisible()), "controls are shown that do nothing");
  check((await page.locator("figure").count()) === 10, "shows ten figures");
  check(await page.locator("#volume .plot svg").first().isVisible(), "shows drawings");
  await page.click("#volume summary");
  check((await page.locator("#volume-table tbody tr").count()) === 120, "the table has all days");
  await page.context().close();
}

async function onPaper(browser) {
  at = "rich.html on paper";
  const page = await open(browser, "rich.html", { colorScheme: "dark" });
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  check(!(await page.locator("#controls").isVisible()), "controls are printed");
  const paper = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  check(paper === "rgb(255, 255, 255)", `the paper is ${paper}`);
  const pdf = await page.pdf({ path: path.join(folder, "rich.pdf"), format: "A4", printBackground: false });
  check(pdf.length > 20_000, "the PDF is empty");
  await page.context().close();
}

(async () => {
  const root = process.getuid?.() === 0;
  const browser = await chromium.launch({ executablePath, args: root ? ["--no-sandbox"] : [] });
  try {
    for (const width of [390, 1280]) {
      for (const theme of ["light", "dark"]) {
        for (const language of ["en", "pt"]) {
          await looks(browser, "rich.html", width, theme, language);
        }
      }
    }
    for (const file of ["empty.html", "post.html", "day.html", "hostile.html", "big.html"]) {
      await looks(browser, file, 390, "light", "en");
      await looks(browser, file, 1280, "dark", "pt");
    }
    for (const name of ["rich", "empty", "post", "day", "hostile", "big"]) {
      await drawsTheSame(browser, `${name}.html`, `${name}-pt.html`);
    }
    await changes(browser);
    await byKeyboard(browser);
    await withoutScript(browser);
    await onPaper(browser);
  } finally {
    await browser.close();
  }
  problems.forEach(problem => console.log(problem));
  console.log(problems.length === 0 ? "all is well" : `${problems.length} problems`);
  process.exitCode = problems.length === 0 ? 0 : 1;
})().catch(error => {
  problems.forEach(problem => console.log(problem));
  console.log(`${at}: ${error.stack}`);
  process.exitCode = 2;
});
