//! Plans as a picture: one page of SVG that reads without colour and by a screen reader.
//!
//! Words stand in the left column and marks in the right one, a row for each step, so no label can meet another. What binds is
//! a full bar, what informs an outlined one, what cannot be is hatched and says why below. The description of the picture
//! holds every row as a sentence, in the order of the page.

use std::fmt::Write as _;

use quorate_calendar::{Day, Month};
use quorate_corporation::plan::{Plan, Role, Step};

/// The width of the page; every length is in pixels.
const PAGE: i64 = 1_100;
const MARGIN: i64 = 24;
/// Where the axis begins and ends.
const AXIS_FROM: i64 = 440;
const AXIS_TO: i64 = PAGE - MARGIN - 10;
/// From one line of words to the next.
const LINE: i64 = 16;
/// Between rows.
const GAP: i64 = 10;
/// The height of a bar.
const BAR: i64 = 14;
/// How many characters fit in the left column, and on a line of the whole page.
const COLUMN_CHARACTERS: usize = 56;
const PAGE_CHARACTERS: usize = 136;
/// The least distance of two labels of the axis, which are seven characters wide.
const LABEL_APART: i64 = 64;

/// Plans as a picture, with a title.
#[must_use]
pub fn timeline(title: &str, plans: &[Plan]) -> String {
    let scale = Scale::of(plans);
    let mut page = Page {
        body: String::new(),
        y: MARGIN + 20,
        scale,
    };
    page.text(MARGIN, "font-size=\"20\" font-weight=\"bold\"", title);
    page.y += LINE + GAP;
    page.axis(plans);
    for plan in plans {
        page.plan(plan);
    }
    page.legend();
    let height = page.y + MARGIN;
    let description = description(plans);
    let lines = page.lines(plans, height);
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-labelledby=\"title description\" width=\"{PAGE}\" height=\"{height}\" viewBox=\"0 0 {PAGE} {height}\" font-family=\"Helvetica, Arial, sans-serif\" font-size=\"13\">\n\
         <title id=\"title\">{}</title>\n\
         <desc id=\"description\">{}</desc>\n\
         <defs><pattern id=\"hatch\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">\
         <rect width=\"6\" height=\"6\" fill=\"white\"/><rect width=\"2\" height=\"6\" fill=\"black\"/></pattern></defs>\n\
         <rect width=\"{PAGE}\" height=\"{height}\" fill=\"white\"/>\n\
         {lines}{}</svg>\n",
        escaped(title),
        escaped(&description),
        page.body,
    )
}

/// Whether a step has a row: it has a day of its own, or can have none.
fn is_drawn(step: &Step) -> bool {
    step.role != Role::Says && (step.earliest.is_some() || step.latest.is_some())
}

/// The days of a step in words.
fn days(step: &Step) -> String {
    match (step.earliest, step.latest) {
        (Some(first), Some(last)) if first == last => first.long(),
        (Some(first), Some(last)) if last < first => "no day".to_owned(),
        (Some(first), Some(last)) => format!("{first} – {last}"),
        (Some(first), None) => format!("from {first}"),
        (None, Some(last)) => format!("by {last}"),
        (None, None) => "no day yet".to_owned(),
    }
}

fn heading(plan: &Plan) -> String {
    let fate = if plan.is_possible() { "" } else { " — impossible" };
    if plan.id == plan.kind.word() {
        let name = plan.kind.name();
        format!(
            "{}{} on {}{fate}",
            name[..1].to_uppercase(),
            &name[1..],
            plan.meeting.long()
        )
    } else {
        format!("{}: {} on {}{fate}", plan.id, plan.kind.name(), plan.meeting.long())
    }
}

/// Every row as a sentence, in the order of the page.
fn description(plans: &[Plan]) -> String {
    let mut sentences = Vec::new();
    for plan in plans {
        sentences.push(format!("{}.", heading(plan)));
        for step in plan.steps.iter().filter(|step| is_drawn(step)) {
            let done = step
                .done
                .as_ref()
                .map_or_else(String::new, |done| format!("; done: {done}"));
            sentences.push(format!("{}: {}{done}.", step.what, days(step)));
        }
        sentences.extend(plan.impossible.iter().map(|why| format!("Impossible: {why}.")));
        sentences.extend(plan.changes.iter().map(|change| format!("Least change: {change}.")));
    }
    if let Some(today) = plans.iter().find_map(|plan| plan.today) {
        sentences.push(format!("Today is {}.", today.long()));
    }
    sentences.join("\n")
}

/// Which pixel a day begins at.
#[derive(Clone, Copy)]
struct Scale {
    first: Day,
    /// How many days the axis shows, at least one.
    days: i64,
}

impl Scale {
    /// From the first day of any row to the last, today included, a few days more at both ends.
    fn of(plans: &[Plan]) -> Self {
        let of_steps = plans.iter().flat_map(|plan| &plan.steps).filter(|step| is_drawn(step));
        let all: Vec<Day> = of_steps
            .flat_map(|step| [step.earliest, step.latest])
            .chain(plans.iter().map(|plan| plan.today))
            .flatten()
            .collect();
        let (first, last) = match (all.iter().min(), all.iter().max()) {
            (Some(first), Some(last)) => (*first, *last),
            _ => {
                return Self {
                    first: Day::MIN,
                    days: 1,
                };
            }
        };
        let first = first.plus_days(-5).unwrap_or(first);
        Self {
            first,
            days: first.days_until(last) + 6,
        }
    }

    fn x(self, day: Day) -> i64 {
        AXIS_FROM + self.first.days_until(day) * (AXIS_TO - AXIS_FROM) / self.days
    }

    fn after(self, day: Day) -> i64 {
        day.plus_days(1).map_or(AXIS_TO, |next| self.x(next))
    }

    /// The first days of the months shown, with their labels, as many as have room.
    fn months(self) -> Vec<(i64, String)> {
        let mut months: Vec<(i64, String)> = Vec::new();
        let start = Day::new(self.first.year(), self.first.month(), 1).ok();
        let mut month = start.and_then(|start| start.plus_months(1).ok());
        while let Some(day) = month {
            let x = self.x(day);
            if x > AXIS_TO - LABEL_APART {
                break;
            }
            if months.last().is_none_or(|(before, _)| x - before >= LABEL_APART) {
                let name = Month::from_number(day.month()).map_or("", Month::name);
                months.push((x, format!("{} {}", name.get(..3).unwrap_or(name), day.year())));
            }
            month = day.plus_months(1).ok();
        }
        months
    }
}

/// The page as far as it is drawn.
struct Page {
    body: String,
    y: i64,
    scale: Scale,
}

impl Page {
    fn put(&mut self, element: &str) {
        self.body.push_str(element);
        self.body.push('\n');
    }

    /// Words on the line at hand.
    fn text(&mut self, x: i64, style: &str, words: &str) {
        let y = self.y;
        self.put(&format!("<text x=\"{x}\" y=\"{y}\" {style}>{}</text>", escaped(words)));
    }

    /// Words broken into lines; the next line is then at hand.
    fn words(&mut self, x: i64, style: &str, words: &str, characters: usize) {
        for line in broken(words, characters) {
            self.text(x, style, &line);
            self.y += LINE;
        }
    }

    /// Words across the whole page, on white: the vertical lines stop behind them.
    fn wide(&mut self, x: i64, style: &str, words: &str) {
        let lines = i64::try_from(broken(words, PAGE_CHARACTERS).len()).unwrap_or(1);
        // From the top of the letters of the first line to the foot of those of the last.
        let (top, height) = (self.y - 12, lines * LINE);
        self.put(&format!(
            "<rect x=\"0\" y=\"{top}\" width=\"{PAGE}\" height=\"{height}\" fill=\"white\"/>"
        ));
        self.words(x, style, words, PAGE_CHARACTERS);
    }

    /// The label of today in a line of its own, then the months.
    fn axis(&mut self, plans: &[Plan]) {
        if let Some(today) = plans.iter().find_map(|plan| plan.today) {
            let x = self.scale.x(today);
            let (x, anchor) = if x > AXIS_TO - 120 {
                (x - 4, "end")
            } else {
                (x + 4, "start")
            };
            self.text(
                x,
                &format!("font-size=\"12\" font-weight=\"bold\" text-anchor=\"{anchor}\""),
                &format!("today {today}"),
            );
            self.y += LINE;
        }
        for (x, label) in self.scale.months() {
            self.text(x + 3, "font-size=\"12\"", &label);
        }
        self.y += GAP;
        let y = self.y;
        self.put(&format!("<path d=\"M{AXIS_FROM} {y}H{AXIS_TO}\" stroke=\"black\"/>"));
        self.y += LINE;
    }

    /// The vertical lines, which lie behind everything else: months, meetings, today.
    fn lines(&self, plans: &[Plan], height: i64) -> String {
        let (top, bottom) = (MARGIN + 20 + LINE, height - MARGIN - 3 * LINE);
        let mut out = String::new();
        for (x, _) in self.scale.months() {
            let _ = writeln!(out, "<path d=\"M{x} {top}V{bottom}\" stroke=\"#bbb\"/>");
        }
        if let Some(today) = plans.iter().find_map(|plan| plan.today) {
            let x = self.scale.x(today);
            let _ = writeln!(
                out,
                "<path d=\"M{x} {top}V{bottom}\" stroke=\"black\" stroke-width=\"2\" stroke-dasharray=\"6 4\"/>"
            );
        }
        out
    }

    fn plan(&mut self, plan: &Plan) {
        self.y += GAP;
        self.wide(MARGIN, "font-size=\"15\" font-weight=\"bold\"", &heading(plan));
        self.y += GAP / 2;
        for step in plan.steps.iter().filter(|step| is_drawn(step)) {
            let top = self.y;
            let is_blocked = plan.blocked.contains(&step.id);
            self.words(MARGIN, "", &step.what, COLUMN_CHARACTERS);
            let done = step
                .done
                .as_ref()
                .map_or_else(String::new, |done| format!(" — done: {done}"));
            self.words(
                MARGIN + 12,
                "font-size=\"12\"",
                &format!("{}{done}", days(step)),
                COLUMN_CHARACTERS,
            );
            self.mark(step, is_blocked, top - BAR + 4);
            self.y += GAP;
        }
        for why in &plan.impossible {
            self.wide(MARGIN, "font-weight=\"bold\"", &format!("Impossible: {why}"));
        }
        for change in &plan.changes {
            self.wide(MARGIN + 12, "", &format!("Least change: {change}"));
        }
    }

    /// The mark of a step, its top at a height.
    fn mark(&mut self, step: &Step, is_blocked: bool, top: i64) {
        let middle = top + BAR / 2;
        let bottom = top + BAR;
        let style = match (is_blocked, step.role) {
            (true, _) => "fill=\"url(#hatch)\" stroke=\"black\"",
            (_, Role::Binds) => "fill=\"#444\" stroke=\"black\"",
            _ => "fill=\"white\" stroke=\"black\"",
        };
        match (step.earliest, step.latest) {
            (Some(day), Some(_)) if step.role == Role::Meeting => self.diamond(self.scale.x(day), middle),
            (Some(first), Some(last)) => {
                // A window without a day is drawn over the days that its ends leave out.
                let (first, last) = (first.min(last), first.max(last));
                let from = self.scale.x(first);
                let width = (self.scale.after(last) - from).max(5);
                self.put(&format!(
                    "<rect x=\"{from}\" y=\"{top}\" width=\"{width}\" height=\"{BAR}\" {style}/>"
                ));
            }
            // A last day alone: a flag that ends on it. A first day alone: one that begins on it.
            (None, Some(last)) => {
                let x = self.scale.after(last);
                self.put(&format!(
                    "<path d=\"M{x} {top}V{bottom}M{x} {middle}L{} {top}V{bottom}Z\" {style}/>",
                    x - 12
                ));
            }
            (Some(first), None) => {
                let x = self.scale.x(first);
                self.put(&format!(
                    "<path d=\"M{x} {top}V{bottom}M{} {middle}L{x} {top}V{bottom}Z\" {style}/>",
                    x + 12
                ));
            }
            (None, None) => {}
        }
        if step.done.is_some() {
            let x = AXIS_FROM - 22;
            self.put(&format!(
                "<path d=\"M{x} {middle}l4 5l8 -10\" fill=\"none\" stroke=\"black\" stroke-width=\"2\"/>"
            ));
        }
    }

    fn diamond(&mut self, x: i64, middle: i64) {
        self.put(&format!(
            "<path d=\"M{x} {}l9 9l-9 9l-9 -9Z\" fill=\"black\"/>",
            middle - 9
        ));
    }

    fn legend(&mut self) {
        self.y += 2 * GAP + LINE;
        let y = self.y - 11;
        let entries = [
            ("fill=\"#444\" stroke=\"black\"", "must be done in these days"),
            ("fill=\"white\" stroke=\"black\"", "for information"),
            (
                "fill=\"url(#hatch)\" stroke=\"black\"",
                "cannot be done any more, or on no day",
            ),
        ];
        for (x, (style, words)) in [MARGIN, MARGIN + 230, MARGIN + 400].into_iter().zip(entries) {
            self.put(&format!(
                "<rect x=\"{x}\" y=\"{y}\" width=\"24\" height=\"{BAR}\" {style}/>"
            ));
            self.text(x + 32, "font-size=\"12\"", words);
        }
        self.diamond(MARGIN + 700, y + BAR / 2);
        self.text(MARGIN + 716, "font-size=\"12\"", "the day itself");
        let (x, bottom) = (MARGIN + 830, y + BAR);
        self.put(&format!(
            "<path d=\"M{x} {y}V{bottom}M{x} {}L{} {y}V{bottom}Z\" fill=\"white\" stroke=\"black\"/>",
            y + BAR / 2,
            x - 12
        ));
        self.text(MARGIN + 842, "font-size=\"12\"", "last day; the first is open");
    }
}

/// Words broken into lines of so many characters at most; a word that is longer is cut.
fn broken(words: &str, characters: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for word in words.split_whitespace() {
        let letters: Vec<char> = word.chars().collect();
        for piece in letters.chunks(characters) {
            if !line.is_empty() && line.chars().count() + 1 + piece.len() > characters {
                lines.push(std::mem::take(&mut line));
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line.extend(piece);
        }
    }
    lines.push(line);
    lines
}

/// Words as XML text; what XML cannot hold becomes a space.
fn escaped(words: &str) -> String {
    words.chars().fold(String::new(), |mut out, letter| {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' => out.push('\n'),
            letter if letter.is_control() || matches!(letter, '\u{fffe}' | '\u{ffff}') => out.push(' '),
            letter => out.push(letter),
        }
        out
    })
}

#[cfg(test)]
mod tests {
    use quorate_calendar::Day;
    use quorate_corporation::Practice;
    use quorate_corporation::plan::{PlanKind, PlanRequest, plan_meeting};

    use super::*;

    fn picture(day: &str, today: &str) -> String {
        let book = quorate_instruments::law_book("novell-2001", true).unwrap();
        let request = PlanRequest {
            today: Some(Day::parse(today).unwrap()),
            ..PlanRequest::new(PlanKind::Annual, Day::parse(day).unwrap())
        };
        timeline("Oak & <Elm>", &[plan_meeting(&request, &book, &Practice::default())])
    }

    /// A number that an attribute of an element gives.
    fn number(element: &str, name: &str) -> i64 {
        let (_, rest) = element.split_once(&format!(" {name}=\"")).unwrap();
        rest.split('"').next().unwrap().parse().unwrap()
    }

    #[test]
    fn a_screen_reader_hears_every_step_in_order() {
        let svg = picture("2002-04-17", "2002-02-01");
        assert!(svg.contains("role=\"img\" aria-labelledby=\"title description\""));
        assert!(svg.contains("<title id=\"title\">Oak &amp; &lt;Elm&gt;</title>"));
        let notice = svg.find("give notice: 2002-02-16 – 2002-04-07.").unwrap();
        let meeting = svg.find("the annual meeting: Wednesday 17 April 2002.").unwrap();
        assert!(notice < meeting && meeting < svg.find("</desc>").unwrap());
        assert!(!svg.contains("Impossible"));
    }

    #[test]
    fn what_cannot_be_is_hatched_and_says_why() {
        let svg = picture("2002-04-17", "2002-04-08");
        let (_, drawn) = svg.split_once("</defs>").unwrap();
        assert!(drawn.contains("fill=\"url(#hatch)\" stroke=\"black\"/>\n<text"));
        assert!(drawn.contains(">Impossible: give notice: the last day was 2002-04-07"));
        assert!(drawn.contains(">Least change: a meeting 1 day later would do"));
    }

    #[test]
    fn no_two_labels_overlap() {
        let svg = picture("2002-04-17", "2001-01-01");
        // Words take seven pixels a letter at most here, and stand sixteen apart.
        let boxes: Vec<(i64, i64, i64)> = svg
            .lines()
            .filter(|line| line.starts_with("<text") && !line.contains("text-anchor=\"end\""))
            .map(|line| {
                let words = line.split('>').nth(1).unwrap().split('<').next().unwrap();
                let x = number(line, "x");
                (
                    x,
                    x + 7 * i64::try_from(words.chars().count()).unwrap(),
                    number(line, "y"),
                )
            })
            .collect();
        for (index, one) in boxes.iter().enumerate() {
            for other in &boxes[index + 1..] {
                let is_beside = one.1 <= other.0 || other.1 <= one.0;
                assert!(is_beside || (one.2 - other.2).abs() >= 12, "{one:?} {other:?}");
            }
        }
    }

    #[test]
    fn every_mark_is_on_the_page_and_nothing_is_drawn_of_no_plan() {
        let svg = picture("2002-04-17", "2002-02-01");
        let rects = svg
            .lines()
            .filter(|line| line.starts_with("<rect") && line.contains("stroke"));
        assert!(rects.clone().count() > 3);
        for rect in rects {
            assert!(number(rect, "x") + number(rect, "width") <= PAGE, "{rect}");
        }
        assert!(timeline("nothing", &[]).ends_with("</svg>\n"));
    }
}
