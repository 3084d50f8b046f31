"use strict";
// Draws the figures again for the days, the subject and the language that a reader chooses. For all
// days and subjects it makes the same as the program that wrote the page.
(() => {
  const byId = id => document.getElementById(id);
  const model = JSON.parse(byId("data").textContent);
  const dictionaries = JSON.parse(byId("texts").textContent);
  const KINDS = ["negative", "neutral", "positive"];
  const HIDDEN = -1;
  const WITHHELD = -2;
  const ALL = -1;
  const chosen = { language: document.documentElement.lang, range: model.ranges.length - 1, subject: ALL };

  // Texts and numbers

  const has = key => Object.hasOwn(dictionaries[chosen.language], key);
  const t = (key, ...places) =>
    dictionaries[chosen.language][key].replace(/\{(\d)\}/g, (_, i) => String(places[i]));
  const named = (prefix, word) => (has(prefix + word) ? t(prefix + word) : word);
  const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
  const esc = text => String(text).replace(/[&<>"']/g, letter => ENTITIES[letter]);
  const html = (key, ...places) => esc(t(key, ...places));
  const bdi = name => `<bdi>${esc(name)}</bdi>`;
  const grouped = number => String(number).replace(/\B(?=(\d{3})+$)/g, t("format.group"));
  const count = number => (number === HIDDEN ? t("few") : number === WITHHELD ? "–" : grouped(number));
  const decimal = (number, places) => {
    const unit = places === 1 ? 10 : 100;
    const fraction = String(unit + (number % unit)).slice(1);
    return grouped(Math.floor(number / unit)) + t("format.decimal") + fraction;
  };
  const percent = tenths => t("format.percent", Math.round(tenths / 10));
  const finePercent = hundredths => t("format.percent", decimal(Math.round(hundredths / 10), 1));
  const interval = (low, high) => `${Math.round(low / 10)}–${Math.round(high / 10)}`;
  const hundredths = number => decimal(Math.round(number / 10), 1);
  const dollars = cents =>
    cents === HIDDEN ? t("few.charge") : cents === WITHHELD ? "–" : t("format.money", decimal(cents, 2));
  const fraction = (number, unit) => `${Math.floor(number / unit)}.${String(unit + (number % unit)).slice(1)}`;

  // Days

  const DAY = 86400000;
  const iso = time => new Date(time).toISOString().slice(0, 10);
  const firstDay = Date.parse(model.from);
  const lastDay = firstDay + (model.days - 1) * DAY;
  const month = day => t("format.months").split(",")[Number(day.slice(5, 7)) - 1];
  const longDay = day => t("format.day", Number(day.slice(8)), month(day), day.slice(0, 4));
  const shortDay = day => t("format.short-day", Number(day.slice(8)), month(day));
  const moment = minute => t("format.moment", longDay(minute.slice(0, 10)), minute.slice(11, 16));
  const minutes = (from, to) => Math.floor((Date.parse(to) - Date.parse(from)) / 60000);
  const age = (from, to) => {
    const hours = Math.max(0, Math.floor(minutes(from, to) / 60));
    return hours < 48 ? t("format.hours", hours) : t("format.days", grouped(Math.floor(hours / 24)));
  };

  // What is chosen

  const range = () => model.ranges[chosen.range];
  const start = () => lastDay - (range().days - 1) * DAY;
  const place = () => chosen.subject + 1;
  const isShown = subject => chosen.subject === ALL || chosen.subject === subject;
  const shownSubjects = () => model.subjects.map((_, i) => i).filter(isShown);
  const name = subject => model.subjects[subject];
  const binsOf = line => {
    const all = range().weekly ? line.weekly : line.daily;
    return all.slice(all.length - range().bins);
  };
  const isDetailed = lines => lines.length * range().bins <= model.rows;
  const rowsOf = (lines, line) => (isDetailed(lines) ? binsOf(line) : [line.totals[chosen.range]]);
  const dayColumn = lines => (!isDetailed(lines) ? "from" : range().weekly ? "week" : "day");
  const binDay = bin => {
    if (!range().weekly) {
      return iso(start() + bin * DAY);
    }
    return iso(Math.max(firstDay, lastDay - (7 * (range().bins - bin) - 1) * DAY));
  };
  const binName = bin => (range().weekly ? `${t("column.week")} ` : "") + shortDay(binDay(bin));
  const gapsOf = subject =>
    model.collected[subject].gaps.filter(gap => Date.parse(gap[1]) > start());
  const sum = numbers => numbers.reduce((all, number) => all + number, 0);
  const sumShown = counts => {
    const shown = sum(counts.filter(number => number > 0));
    return shown === 0 ? Math.min(0, ...counts) : shown;
  };

  // Drawing

  let readouts = [];
  const length = number => String(Math.round(number * 10) / 10);
  const path = (style, d) => (d === "" ? "" : `<path class="${style}" d="${d}"/>`);
  const plot = (bins, label, drawing, most, readout) => {
    readouts.push(readout);
    return (
      `<div class="plot"><svg viewBox="0 0 ${10 * bins} 100" preserveAspectRatio="none" role="img" ` +
      `aria-label="${esc(label)}">${drawing}</svg><span class="max">${esc(most)}</span></div>`
    );
  };
  const axis = () => {
    const between = Math.floor((range().days - 1) / 2);
    const days = [...new Set([start(), start() + between * DAY, lastDay])];
    return `<p class="axis">${days.map(day => `<span>${esc(shortDay(iso(day)))}</span>`).join("")}</p>`;
  };
  const nothing = () => `<p class="nothing">${html("nothing")}</p>`;
  const most = lines =>
    lines.length < model.panels ? "" : `<p class="remark">${html("most", model.panels)}</p>`;
  const panels = drawn => `<div class="panels">${drawn.join("")}</div>`;
  const barWidth = number => (number > 45 ? 10 : number > 14 ? 8 : number > 3 ? 4 : 2);
  const barLeft = (i, width) => 10 * i + (10 - width) / 2;
  const bars = (posts, most) => {
    const width = barWidth(posts.length);
    const tops = posts.map(number => length(100 - (100 * Math.max(0, number)) / Math.max(1, most)));
    return width === 10
      ? `M0 100${tops.map(top => `V${top}h10`).join("")}V100z`
      : posts
          .map((number, i) => (number > 0 ? `M${barLeft(i, width)} 100V${tops[i]}h${width}V100z` : ""))
          .join("");
  };
  const gapPlace = minute =>
    Math.max(0, Math.min(10 * range().days, Math.floor((Date.parse(minute) - start()) / 60000) / 144));
  const gapPath = (subject, height) =>
    (subject === ALL ? [] : gapsOf(subject))
      .map(gap => [gapPlace(gap[0]), gapPlace(gap[1])])
      .filter(([from, to]) => to > from)
      .map(([from, to]) => `M${length(from)} 0H${length(to)}V${height}H${length(from)}z`)
      .join("");
  const line = (bins, height) =>
    bins
      .map((bin, i) => {
        if (bin[0] <= 0) {
          return "";
        }
        const first = i === 0 || bins[i - 1][0] <= 0;
        return `${first ? "M" : "L"}${10 * i + 5} ${length(height(bin))}`;
      })
      .join("");
  const dots = (bins, height) =>
    bins
      .map((bin, i) => {
        const alone = isDrawn(bin) && !isDrawn(bins[i - 1]) && !isDrawn(bins[i + 1]);
        return alone ? `M${10 * i + 5} ${length(height(bin))}h0` : "";
      })
      .join("");
  const isDrawn = bin => bin !== undefined && bin[0] > 0;
  const under = (bins, height) =>
    bins
      .map((bin, i) =>
        isDrawn(bin)
          ? (isDrawn(bins[i - 1]) ? "" : `M${10 * i + 5} 100`) +
            `L${10 * i + 5} ${length(height(bin))}${isDrawn(bins[i + 1]) ? "" : "V100z"}`
          : "")
      .join("");
  const band = (bins, upper, lower) => {
    let all = "";
    for (let i = 0; i < bins.length; i++) {
      if (bins[i][0] > 0) {
        let end = i;
        while (end + 1 < bins.length && bins[end + 1][0] > 0) {
          end++;
        }
        const width = end === i ? Math.min(2, bins.length / 8) : 0;
        all += `M${length(10 * i + 5 - width)} ${length(upper(bins[i]))}`;
        for (let j = i; j <= end; j++) {
          all += `L${length(10 * j + 5 + width)} ${length(upper(bins[j]))}`;
        }
        for (let j = end; j >= i; j--) {
          all += `L${length(10 * j + 5 + width)} ${length(lower(bins[j]))}`;
        }
        all += `L${length(10 * i + 5 - width)} ${length(lower(bins[i]))}z`;
        i = end;
      }
    }
    return all;
  };
  const bar = part =>
    `<svg class="bar" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">` +
    `<rect width="${length(1000 * part)}" height="10"/></svg>`;

  // Tables

  const cell = (shown, ...raw) => ({ shown: esc(shown), raw });
  const nameCell = text => ({ shown: bdi(text), raw: [text] });
  const countCell = number => cell(count(number), number === HIDDEN ? "<5" : number === WITHHELD ? "" : String(number));
  const empty = () => cell("", "");
  const dayCell = day => cell(longDay(day), day);
  const momentCell = minute => (minute === "" ? empty() : cell(moment(minute), minute));
  const moneyCell = cents => cell(dollars(cents), cents < 0 ? "" : fraction(cents, 100));
  const heads = (...keys) => keys.map(key => html(`column.${key}`));
  const tableHtml = (title, table) =>
    `<table><caption>${esc(title)}</caption><thead><tr>` +
    table.heads.map(head => `<th scope="col">${head}</th>`).join("") +
    "</tr></thead><tbody>" +
    table.rows
      .map(([first, ...others]) =>
        `<tr><th scope="row">${first.shown}</th>${others.map(c => `<td>${c.shown}</td>`).join("")}</tr>`)
      .join("") +
    "</tbody></table>";
  const quoted = value => {
    const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
    return /[,"\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  const csvLink = table => {
    const lines = [table.columns, ...table.rows.map(row => row.flatMap(c => c.raw))];
    const csv = `\ufeff${lines.map(values => `${values.map(quoted).join(",")}\n`).join("")}`;
    return `data:text/csv;charset=utf-8,${encodeURIComponent(csv).replaceAll("%2C", ",")}`;
  };

  // Figures: each gives its chart and its table

  const volumePanel = (subject, style) => {
    const at = subject + 1;
    const posts = model.posts[at].slice(model.days - range().days);
    const most = Math.max(0, ...posts);
    const title = subject === ALL ? t("all-subjects") : name(subject);
    const total = count(model.totals[chosen.range][at]);
    const peak = iso(start() + Math.max(0, posts.indexOf(most)) * DAY);
    const note = most === 0 ? "" : html("volume.peak", count(most), shortDay(peak));
    const width = barWidth(posts.length);
    const few = posts
      .map((number, i) => (number < 0 ? `M${barLeft(i, width)} 97h${width}v3h-${width}z` : ""))
      .join("");
    const drawing = path("gap", gapPath(subject, 100)) + path("fill", bars(posts, most)) + path("few", few);
    const readout = bin => `${shortDay(iso(start() + bin * DAY))}: ${count(posts[bin])}`;
    return (
      `<div class="${style}"><h3>${bdi(title)}</h3>` +
      (subject === ALL ? "" : `<p class="value">${esc(total)}</p>`) +
      plot(posts.length, t("volume.label", title, total), drawing, most === 0 ? "" : count(most), readout) +
      `${axis()}<p class="note">${note}</p></div>`
    );
  };
  const volume = () => {
    const subjects = shownSubjects();
    const all = subjects.length > 1 ? volumePanel(ALL, "panel wide") : "";
    const columns = [...(subjects.length > 1 ? [0] : []), ...subjects.map(i => i + 1)];
    const weekly = range().days * columns.length > 2000;
    const rows = [];
    for (let end = model.days; end > model.days - range().days; end -= weekly ? 7 : 1) {
      const from = Math.max(model.days - range().days, end - (weekly ? 7 : 1));
      rows.unshift([
        dayCell(iso(firstDay + from * DAY)),
        ...columns.map(at => countCell(sumShown(model.posts[at].slice(from, end)))),
      ]);
    }
    return {
      chart: subjects.length === 0 ? nothing() : all + panels(subjects.map(i => volumePanel(i, "panel"))),
      table: {
        heads: [html(weekly ? "column.week" : "column.day"), ...columns.map(at => (at === 0 ? html("all-subjects") : bdi(name(at - 1))))],
        columns: [weekly ? "week" : "day", ...columns.map(at => (at === 0 ? "all" : name(at - 1)))],
        rows,
      },
    };
  };

  const language = entry => named("lang.", entry.lang);
  const sentimentPanel = (entry, top) => {
    const bins = binsOf(entry);
    const total = entry.totals[chosen.range];
    const height = (up, at) => bin => 50 - (up * 50 * bin[at]) / top;
    const drawing =
      path("middle", `M0 50H${10 * bins.length}`) +
      [[0, -1], [2, 1]]
        .map(([i, up]) =>
          path(`band ${KINDS[i]}`, band(bins, height(up, 6 + 3 * i), height(up, 5 + 3 * i))) +
          path(`line ${KINDS[i]}`, line(bins, height(up, 4 + 3 * i))) +
          path(`line dot ${KINDS[i]}`, dots(bins, height(up, 4 + 3 * i))))
        .join("");
    let shares = "";
    let label = t("sentiment.label", name(entry.subject), language(entry));
    for (let i = 0; i < 3 && total[0] > 0; i++) {
      const share = percent(total[4 + 3 * i]);
      const between = interval(total[5 + 3 * i], total[6 + 3 * i]);
      shares +=
        `<span class="${KINDS[i]}">${html(KINDS[i])} <b>${share}</b> <small>${between}</small></span>`;
      label += ` ${t("sentiment.part", t(KINDS[i]), share, between)}`;
    }
    const readout = bin =>
      `${binName(bin)}:\n` +
      (bins[bin][0] > 0
        ? KINDS.map((kind, i) => `${t(kind)} ${percent(bins[bin][4 + 3 * i])}`).join("\n")
        : count(bins[bin][0]));
    return (
      `<div class="panel"><h3>${bdi(name(entry.subject))} <span>${esc(language(entry))}</span></h3>` +
      `<p class="shares">${shares}</p>` +
      `${plot(bins.length, label, drawing, percent(top), readout)}${axis()}</div>`
    );
  };
  const sentimentRow = (entry, number, bin) => {
    const row = [nameCell(name(entry.subject)), cell(language(entry), entry.lang), dayCell(binDay(number)), countCell(bin[0])];
    if (bin[0] < 0) {
      return [...row, empty(), empty(), empty(), empty()];
    }
    for (let at = 4; at < bin.length; at += 3) {
      const raw = bin.slice(at, at + 3).map(share => fraction(share, 1000));
      row.push(cell(`${percent(bin[at])} (${interval(bin[at + 1], bin[at + 2])})`, ...raw));
    }
    const counted = bin.slice(1, 4).map(countCell);
    row.push({ shown: counted.map(c => c.shown).join(" / "), raw: counted.map(c => c.raw[0]) });
    return row;
  };
  const sentiment = () => {
    const all = model.sentiment.filter(entry => isShown(entry.subject));
    const highs = all.flatMap(binsOf).filter(bin => bin[0] > 0).map(bin => Math.max(bin[6], bin[12]));
    const top = Math.max(200, Math.ceil(Math.max(0, ...highs) / 100) * 100);
    const scored = model.scored[chosen.range][place()];
    const remark =
      `<p class="remark">${html("sentiment.scored", percent(scored))} ` +
      `${html(model.pooled ? "sentiment.pooled" : "sentiment.mean")}</p>`;
    return {
      chart: all.length === 0 ? nothing() : remark + most(all) + panels(all.map(entry => sentimentPanel(entry, top))),
      table: {
        heads: heads("subject", "language", dayColumn(all), "scored", ...KINDS, "counted"),
        columns: [
          "subject", "lang", "from", "scored",
          ...KINDS.flatMap(kind => [`${kind}_share`, `${kind}_low`, `${kind}_high`]), ...KINDS,
        ],
        rows: all.flatMap(entry =>
          rowsOf(all, entry).flatMap((bin, i) => (bin[0] === 0 ? [] : [sentimentRow(entry, i, bin)]))),
      },
    };
  };

  const reactions = bin => sum(bin.slice(1));
  const engagementPanel = entry => {
    const bins = binsOf(entry);
    const most = Math.max(1, ...bins.map(reactions));
    const total = entry.totals[chosen.range];
    const value = total[0] > 0 ? hundredths(reactions(total)) : count(total[0]);
    const height = bin => 100 - (100 * reactions(bin)) / most;
    const drawing = path("under", under(bins, height)) + path("line accent", line(bins, height)) + path("line dot accent", dots(bins, height));
    const parts =
      total[0] > 0
        ? html("engagement.parts", hundredths(total[1]), hundredths(total[3]), hundredths(total[2]))
        : "";
    const readout = bin =>
      `${binName(bin)}: ${bins[bin][0] > 0 ? hundredths(reactions(bins[bin])) : count(bins[bin][0])}`;
    return (
      `<div class="panel"><h3>${bdi(name(entry.subject))}</h3><p class="value">${esc(value)}</p>` +
      plot(bins.length, t("engagement.label", name(entry.subject), value), drawing, hundredths(most), readout) +
      `${axis()}<p class="note">${parts}</p></div>`
    );
  };
  const engagement = () => {
    const all = model.engagement.filter(entry => isShown(entry.subject));
    return {
      chart: all.length === 0 ? nothing() : most(all) + panels(all.map(engagementPanel)),
      table: {
        heads: heads("subject", dayColumn(all), "posts", "likes", "replies", "retweets", "quotes", "bookmarks"),
        columns: [
          "subject", "from", "posts", "likes_per_post", "replies_per_post", "retweets_per_post",
          "quotes_per_post", "bookmarks_per_post",
        ],
        rows: all.flatMap(entry =>
          rowsOf(all, entry).flatMap((bin, number) =>
            bin[0] === 0
              ? []
              : [[
                  nameCell(name(entry.subject)), dayCell(binDay(number)), countCell(bin[0]),
                  ...[1, 2, 3, 4, 5].map(i =>
                    bin[0] < 0 ? empty() : cell(hundredths(bin[i]), fraction(bin[i], 100))),
                ]])),
      },
    };
  };

  const list = (id, names, lists) => () => {
    const rows = lists[chosen.range][place()];
    const most = rows.length === 0 ? 1 : Math.max(...rows.map(row => row[1]));
    const title = row => (names === "" ? model.words[row[0]] : named(names, model.words[row[0]]));
    const drawn = rows.map(row =>
      `<li><span class="name">${bdi(title(row))}</span>${bar(row[1] / most)}` +
      `<span class="amount">${html("list.amount", count(row[1]), finePercent(row[2]))}</span></li>`);
    return {
      chart: rows.length === 0 ? nothing() : `<ol class="list">${drawn.join("")}</ol>`,
      table: {
        heads: heads(id, "posts", "share"),
        columns: ["name", "posts", "share"],
        rows: rows.map(row => [
          { shown: bdi(title(row)), raw: [model.words[row[0]]] }, countCell(row[1]),
          cell(finePercent(row[2]), fraction(row[2], 10000)),
        ]),
      },
    };
  };

  const compared = () => {
    const days = range().compared;
    const from = lastDay - (days - 1) * DAY;
    const first = Math.max(firstDay, lastDay - (2 * days - 1) * DAY);
    return first < from
      ? t("movers.compared", ...[from, lastDay, first, from - DAY].map(time => shortDay(iso(time))))
      : t("movers.alone");
  };
  const moverDrawing = (row, most) => {
    const at = share => length(12 + ((1000 - 2 * 12) * share) / most);
    const from = at(Math.max(0, row[5]));
    const to = at(row[2]);
    return (
      `<svg class="move" viewBox="0 0 1000 20" preserveAspectRatio="none" aria-hidden="true">` +
      path("stem", `M${from} 10H${to}`) +
      (row[5] < 0 ? "" : path("from", `M${from} 10h0`)) +
      `${path("to", `M${to} 10h0`)}</svg>`
    );
  };
  const moverAmount = row => {
    const climbed = row[6] - row[3];
    const steps = climbed > 0 ? `▲ ${climbed}` : climbed < 0 ? `▼ ${-climbed}` : "=";
    const rank = row[4] === 0 ? html("movers.new") : row[6] === 0 ? "" : steps;
    const shares = row[4] < 0 ? finePercent(row[2]) : `${finePercent(row[5])} → ${finePercent(row[2])}`;
    return `<b>${rank}</b> ${esc(shares)}`;
  };
  const movers = (id, lists) => () => {
    const rows = lists[chosen.range][place()];
    const most = Math.max(1, ...rows.map(row => Math.max(row[2], row[5])));
    const drawn = rows.map(row =>
      `<li><span class="name">${bdi(model.words[row[0]])}</span>${moverDrawing(row, most)}` +
      `<span class="amount">${moverAmount(row)}</span></li>`);
    const share = number => (number < 0 ? empty() : cell(finePercent(number), fraction(number, 10000)));
    const rank = number => (number === 0 ? empty() : cell(number, String(number)));
    return {
      chart:
        rows.length === 0
          ? nothing()
          : `<p class="remark">${esc(compared())}</p><ol class="list movers">${drawn.join("")}</ol>`,
      table: {
        heads: heads(id, "posts", "share", "rank", "posts-before", "share-before", "rank-before"),
        columns: ["name", "posts", "share", "rank", "posts_before", "share_before", "rank_before"],
        rows: rows.map(row => [
          nameCell(model.words[row[0]]), countCell(row[1]), share(row[2]), rank(row[3]),
          countCell(row[4]), share(row[5]), rank(row[6]),
        ]),
      },
    };
  };

  const collectionRow = subject => {
    const state = model.collected[subject];
    const gaps = gapsOf(subject);
    const posts = model.posts[subject + 1].slice(model.days - range().days);
    const hours = count(Math.round(sum(gaps.map(gap => minutes(gap[0], gap[1]))) / 60));
    const until =
      state.until === ""
        ? t("collection.unknown")
        : t("collection.until", moment(state.until), age(state.until, model.now));
    const found = posts.findIndex(number => number !== 0);
    const first = found < 0 ? posts.length : found;
    const end = state.until === "" ? 10 * posts.length : gapPlace(state.until);
    const covered = end <= 10 * first ? "" : `M${10 * first} 0H${length(end)}V10H${10 * first}z`;
    return (
      `<li><span class="name">${bdi(name(subject))}</span>` +
      `<svg class="strip" viewBox="0 0 ${10 * range().days} 10" preserveAspectRatio="none" ` +
      `aria-hidden="true">${path("fill", covered)}${path("gap", gapPath(subject, 10))}</svg>` +
      `<span class="amount">${gaps.length === 0 ? html("collection.no-gaps") : html("collection.gaps", gaps.length, hours)} ` +
      `<small>${esc(until)}</small></span></li>`
    );
  };
  const collection = () => {
    const subjects = shownSubjects();
    return {
      chart:
        subjects.length === 0
          ? nothing()
          : `<ul class="list strips">${subjects.map(collectionRow).join("")}</ul>${axis()}`,
      table: {
        heads: heads("subject", "until", "gap-from", "gap-to", "reason"),
        columns: ["subject", "collected_until", "gap_from", "gap_to", "reason"],
        rows: subjects.flatMap(subject => {
          const first = [nameCell(name(subject)), momentCell(model.collected[subject].until)];
          const gaps = gapsOf(subject);
          return gaps.length === 0
            ? [[...first, empty(), empty(), empty()]]
            : gaps.map(gap => [
                ...first, momentCell(gap[0]), momentCell(gap[1]), cell(named("reason.", gap[2]), gap[2]),
              ]);
        }),
      },
    };
  };

  const left = state => Math.max(0, state.cap - Math.max(0, state.read));
  const costRow = subject => {
    const state = model.collected[subject];
    const capped = state.cap > 0;
    const amount = capped ? t("cost.of", count(state.read), count(state.cap)) : t("cost.read", count(state.read));
    const part = capped ? Math.min(1, Math.max(0, state.read) / state.cap) : 0;
    return (
      `<li><span class="name">${bdi(name(subject))}</span>` +
      (capped ? bar(part).replace('class="bar"', 'class="bar cap"') : `<span class="bar"></span>`) +
      `<span class="amount">${esc(amount)} <small>${esc(dollars(state.cents))}</small></span></li>`
    );
  };
  const cost = () => {
    const subjects = shownSubjects();
    return {
      chart: subjects.length === 0 ? nothing() : `<ul class="list">${subjects.map(costRow).join("")}</ul>`,
      table: {
        heads: heads("subject", "read", "cap", "left", "charge"),
        columns: ["subject", "posts_read", "cap", "left", "charge_usd"],
        rows: subjects.map(subject => {
          const state = model.collected[subject];
          return [
            nameCell(name(subject)), countCell(state.read),
            state.cap < 0 ? empty() : countCell(state.cap),
            state.cap < 0 || state.read < 0 ? empty() : countCell(left(state)),
            moneyCell(state.cents),
          ];
        }),
      },
    };
  };

  const runPanel = shown => {
    const runs = new Map();
    for (const run of [...shown].reverse()) {
      const before = runs.get(run.run) ?? { posts: 0, quarantined: 0, at: run.at };
      before.posts += Math.max(0, run.posts);
      before.quarantined += run.quarantined;
      runs.set(run.run, before);
    }
    const all = [...runs.values()];
    const most = Math.max(0, ...all.map(run => run.posts));
    const marks = all.map((run, i) => (run.quarantined > 0 ? `M${10 * i + 5} -6h0` : "")).join("");
    const label = t("runs.label", all.length, count(sum(all.map(run => run.quarantined))));
    const readout = bin => `${moment(all[bin].at)}: ${count(all[bin].posts)}`;
    return (
      `<div class="panel wide"><p class="note">${esc(label)}</p>` +
      plot(all.length, label, path("fill", bars(all.map(run => run.posts), most)) + path("bad", marks), most === 0 ? "" : count(most), readout) +
      `<p class="axis"><span>${esc(moment(shown[shown.length - 1].at))}</span><span>${esc(moment(shown[0].at))}</span></p></div>`
    );
  };
  const runs = () => {
    const first = iso(start());
    const all = chosen.range === model.ranges.length - 1;
    const shown = model.runs.filter(run => isShown(run.subject) && (all || run.at >= first));
    return {
      chart: shown.length === 0 ? nothing() : runPanel(shown),
      table: {
        heads: heads("at", "run", "subject", "posts", "media", "charge", "quarantined"),
        columns: ["first_at", "run_id", "subject", "posts", "media", "charge_usd", "quarantined"],
        rows: shown.map(run => [
          cell(moment(run.at), run.at), nameCell(run.run), nameCell(name(run.subject)),
          countCell(run.posts), countCell(run.media), moneyCell(run.cents),
          cell(count(run.quarantined), String(run.quarantined)),
        ]),
      },
    };
  };

  // The head

  const headNumber = (key, value, note) =>
    `<div><dt>${html(key)}</dt><dd>${esc(value)}</dd><dd class="note">${esc(note)}</dd></div>`;
  const headNumbers = () => {
    const states = shownSubjects().map(subject => model.collected[subject]);
    const until = states.map(state => state.until).filter(time => time !== "").sort();
    const gaps = shownSubjects().flatMap(gapsOf);
    const capped = states.filter(state => state.cap > 0);
    return (
      headNumber("head.posts", count(model.totals[chosen.range][place()]), t(range().days === 1 ? "head.day" : "head.span", shortDay(iso(start())), shortDay(iso(lastDay)))) +
      headNumber("head.last-day", count(sumShown(states.map(state => state.lastDay))), longDay(iso(lastDay))) +
      (until.length === 0
        ? headNumber("head.fresh", "–", t("collection.unknown"))
        : headNumber("head.fresh", age(until[0], model.now), moment(until[0]))) +
      headNumber("head.gaps", count(gaps.length), t("head.hours", count(Math.round(sum(gaps.map(gap => minutes(gap[0], gap[1]))) / 60)))) +
      headNumber("head.paid", dollars(sumShown(states.map(state => state.cents))), capped.length === 0 ? t("head.no-cap") : t("head.left", count(sum(capped.map(left)))))
    );
  };
  const standfirst = () => {
    const posts = model.totals[chosen.range][place()];
    if (posts === 0) {
      return html(chosen.subject === ALL && chosen.range === model.ranges.length - 1 ? "standfirst.empty" : "nothing");
    }
    const subjects = shownSubjects();
    const about = subjects.length === 1 ? bdi(name(subjects[0])) : html("standfirst.subjects", subjects.length);
    const others = model.others === 0 || chosen.subject !== ALL ? "" : ` ${html("standfirst.others", model.others)}`;
    return (
      html(range().days === 1 ? "standfirst.day" : "standfirst", longDay(iso(start())), longDay(iso(lastDay)))
        .replace("{posts}", () => `<b>${esc(count(posts))}</b>`)
        .replace("{about}", () => about) + others
    );
  };

  // The page

  const figures = {
    volume,
    sentiment,
    topics: list("topics", "topic.", model.topics),
    hashtags: movers("hashtags", model.hashtags),
    domains: movers("domains", model.domains),
    places: list("places", "", model.places),
    engagement,
    collection,
    cost,
    runs,
  };
  const draw = apply => {
    readouts = [];
    for (const [id, figure] of Object.entries(figures)) {
      const { chart, table } = figure();
      if (apply) {
        byId(`${id}-chart`).innerHTML = chart;
        byId(`${id}-table`).innerHTML = tableHtml(t(`${id}.title`), table);
        byId(`${id}-csv`).setAttribute("href", csvLink(table));
      }
    }
    document.querySelectorAll(".plot").forEach((element, i) => {
      element.readout = readouts[i];
    });
  };
  const drawAll = () => {
    byId("standfirst").innerHTML = standfirst();
    byId("heads").innerHTML = headNumbers();
    draw(true);
    byId("status").textContent = t(
      "status", chosen.subject === ALL ? t("all-subjects") : name(chosen.subject),
      longDay(iso(start())), longDay(iso(lastDay)));
  };
  const isDark = () =>
    document.documentElement.dataset.theme === "dark" ||
    (document.documentElement.dataset.theme !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
  const labelTheme = () => {
    byId("theme").textContent = t(isDark() ? "theme.light" : "theme.dark");
  };
  const translate = () => {
    document.documentElement.lang = chosen.language;
    document.title = t("title");
    document.querySelectorAll("[data-t]").forEach(element => {
      element.textContent = t(element.dataset.t);
    });
    document.querySelectorAll("[data-range]").forEach(element => {
      const days = model.ranges[element.dataset.range].days;
      const all = Number(element.dataset.range) === model.ranges.length - 1;
      element.textContent = t(all ? "range.all" : "range.days", days);
    });
    byId("controls").setAttribute("aria-label", t("controls"));
    byId("contents").setAttribute("aria-label", t("contents"));
    byId("made").textContent = t("footer.made", moment(model.now));
    byId("models").textContent = model.models.map(entry => t("footer.model", ...entry)).join(" ");
    byId("language").lang = t("other.code");
    byId("language").textContent = t("other.name");
    labelTheme();
  };

  // What a reader does

  const tip = document.createElement("div");
  tip.className = "tip";
  tip.setAttribute("aria-hidden", "true");
  tip.append(document.createElement("span"));
  const point = event => {
    const element = event.target.closest?.(".plot");
    if (!element?.readout) {
      tip.remove();
      return;
    }
    const box = element.getBoundingClientRect();
    const bins = element.firstElementChild.viewBox.baseVal.width / 10;
    const bin = Math.max(0, Math.min(bins - 1, Math.floor(((event.clientX - box.left) / box.width) * bins)));
    const at = (bin + 0.5) / bins;
    element.append(tip);
    tip.firstElementChild.textContent = element.readout(bin);
    tip.style.left = `${100 * at}%`;
    tip.classList.toggle("before", at > 0.5);
  };
  document.addEventListener("pointermove", point);
  document.addEventListener("pointerdown", point);
  byId("ranges").addEventListener("change", event => {
    chosen.range = Number(event.target.value);
    drawAll();
  });
  byId("subject").addEventListener("change", event => {
    chosen.subject = Number(event.target.value);
    drawAll();
  });
  byId("language").addEventListener("click", () => {
    chosen.language = t("other.code");
    translate();
    drawAll();
  });
  byId("theme").addEventListener("click", () => {
    document.documentElement.dataset.theme = isDark() ? "light" : "dark";
    labelTheme();
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", labelTheme);
  byId("controls").addEventListener("submit", event => event.preventDefault());

  byId("controls").hidden = false;
  byId("subject").value = String(ALL);
  byId("ranges").querySelectorAll("input").forEach((input, i) => {
    input.checked = i === chosen.range;
  });
  labelTheme();
  draw(false);
})();
