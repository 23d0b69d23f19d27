//! Made by `captures.rs`.

#![allow(dead_code)]

use super::Declared;

#[derive(Debug, httperr::HttpError)]
pub enum Named {
    #[http(404, detail = "{name}}}")]
    V0{name: &'static str, x: u64, e: f64, w: usize, p1: usize, },
    #[http(404, detail = "é: {e:<p1$e}\"{w:0p1$.o}}}")]
    V1{name: &'static str, x: u64, e: f64, w: usize, p1: usize, },
    #[http(404, detail = "{{{name}.")]
    V2{name: &'static str, x: u64, e: f64, w: usize, p1: usize, },
    #[http(404, detail = "{{0}}{w:0w$X?}é: {w:^+.12b}")]
    V3{name: &'static str, x: u64, e: f64, w: usize, p1: usize, },
    #[http(404, detail = "}}{x:<-w$E}.")]
    V4{name: &'static str, x: u64, e: f64, w: usize, p1: usize, },
    #[http(404, detail = "é: {name:—^}}}{x :+1b}{{id}}")]
    V5{name: &'static str, x: u64, e: f64, w: usize, p1: usize, },
    #[http(404, detail = "${w:0.1x?}{{id}}")]
    V6{name: &'static str, x: u64, e: f64, w: usize, p1: usize, },
    #[http(404, detail = "{{0}}{e:-05e}{{id}}")]
    V7{name: &'static str, x: u64, e: f64, w: usize, p1: usize, },
    #[http(404, detail = "no {w:w$X}no {p1}")]
    V8{name: &'static str, x: u64, e: f64, w: usize, p1: usize, },
    #[http(404, detail = "{{{p1:.>1.p1$b }.")]
    V9{name: &'static str, x: u64, e: f64, w: usize, p1: usize, },
    #[http(404, detail = "no {x:-0w$x}.")]
    V10{name: &'static str, x: u64, e: f64, w: usize, p1: usize, },
    #[http(404, detail = "}}{w:.^#w$?}}}{e:*< }.")]
    V11{name: &'static str, x: u64, e: f64, w: usize, p1: usize, },
    #[http(404, detail = "}}{name }}}")]
    V12{name: &'static str, x: u64, e: f64, w: usize, p1: usize, },
    #[http(404, detail = "${name:#0.?}{x}{{id}}")]
    V13{name: &'static str, x: u64, e: f64, w: usize, p1: usize, },
    #[http(404, detail = "${w:{^0p1$.X}{w:.1X? }")]
    V14{name: &'static str, x: u64, e: f64, w: usize, p1: usize, },
    #[http(404, detail = "${p1:x?}{{id}}")]
    V15{name: &'static str, x: u64, e: f64, w: usize, p1: usize, },
    #[http(404, detail = "{{0}}{name :0<012.w$}{{{x}}}")]
    V16{name: &'static str, x: u64, e: f64, w: usize, p1: usize, },
    #[http(404, detail = "{{0}}{p1}{{id}}")]
    V17{name: &'static str, x: u64, e: f64, w: usize, p1: usize, },
    #[http(404, detail = "{name:0.w$}no {e :#5e}.")]
    V18{name: &'static str, x: u64, e: f64, w: usize, p1: usize, },
    #[http(404, detail = "{p1:05X?}")]
    V19{name: &'static str, x: u64, e: f64, w: usize, p1: usize, },
    #[http(404, detail = "{{{p1:<#p1$.x?}.")]
    V20{name: &'static str, x: u64, e: f64, w: usize, p1: usize, },
    #[http(404, detail = "{{{p1:x>#12x? }{{0}}{name}.")]
    V21{name: &'static str, x: u64, e: f64, w: usize, p1: usize, },
    #[http(404, detail = "}}{name}no {p1}{{0}}{name :>?}}}")]
    V22{name: &'static str, x: u64, e: f64, w: usize, p1: usize, },
    #[http(404, detail = "é: {e:x<+0E}.")]
    V23{name: &'static str, x: u64, e: f64, w: usize, p1: usize, },
    #[http(404, detail = "}}{e:>.1}é: {name:*<-0w$?}no {name:}{{id}}")]
    V24{name: &'static str, x: u64, e: f64, w: usize, p1: usize, },
    #[http(404, detail = "}}{e}é: {p1}}}")]
    V25{name: &'static str, x: u64, e: f64, w: usize, p1: usize, },
    #[http(404, detail = " {name}${name:0?}.")]
    V26{name: &'static str, x: u64, e: f64, w: usize, p1: usize, },
    #[http(404, detail = "${w:-w$x?}é: {w:^012b}}}{name:<p1$.5?}.")]
    V27{name: &'static str, x: u64, e: f64, w: usize, p1: usize, },
    #[http(404, detail = "\"{name:-.5}{{id}}")]
    V28{name: &'static str, x: u64, e: f64, w: usize, p1: usize, },
    #[http(404, detail = "{{0}}{e :?^01.}{w}${p1:w$x?}{{id}}")]
    V29{name: &'static str, x: u64, e: f64, w: usize, p1: usize, },
    #[http(404, detail = "no {p1:?^-#5x}{{0}}{p1 :+5b}")]
    V30{name: &'static str, x: u64, e: f64, w: usize, p1: usize, },
    #[http(404, detail = "\"{name :<.12}{{0}}{p1:x<5.5e} {p1 }.")]
    V31{name: &'static str, x: u64, e: f64, w: usize, p1: usize, },
    #[http(404, detail = "{{0}}{name:12}}}{x:-012e}no {name}{{id}}")]
    V32{name: &'static str, x: u64, e: f64, w: usize, p1: usize, },
    #[http(404, detail = "\"{w:^p1$b}.")]
    V33{name: &'static str, x: u64, e: f64, w: usize, p1: usize, },
    #[http(404, detail = "é: {name}}}{e:^p1$E}{{id}}")]
    V34{name: &'static str, x: u64, e: f64, w: usize, p1: usize, },
    #[http(404, detail = "{{{w:x^0w$.w$E} {e:<#p1$E}}}")]
    V35{name: &'static str, x: u64, e: f64, w: usize, p1: usize, },
    #[http(404, detail = "}}{w:-0w$.12?}}}{x:x>-p1$b}")]
    V36{name: &'static str, x: u64, e: f64, w: usize, p1: usize, },
    #[http(404, detail = "${x:<5.e}{e:0.e}é: {w:+0.p1$X}.")]
    V37{name: &'static str, x: u64, e: f64, w: usize, p1: usize, },
    #[http(404, detail = "no {x}\"{p1}é: {p1:0p1$x? }{{id}}")]
    V38{name: &'static str, x: u64, e: f64, w: usize, p1: usize, },
    #[http(404, detail = "{w:.^05.?}{{0}}{name:#.p1$}")]
    V39{name: &'static str, x: u64, e: f64, w: usize, p1: usize, },
    #[http(404, detail = "{{{x:X}{{0}}{x:{>#}.")]
    V40{name: &'static str, x: u64, e: f64, w: usize, p1: usize, },
    #[http(404, detail = "\"{e:+#w$}é: {x:+#p1$e}{{id}}")]
    V41{name: &'static str, x: u64, e: f64, w: usize, p1: usize, },
    #[http(404, detail = "{{0}}{name }é: {p1:{<0o}}}{e}}}")]
    V42{name: &'static str, x: u64, e: f64, w: usize, p1: usize, },
    #[http(404, detail = "no {name}}}")]
    V43{name: &'static str, x: u64, e: f64, w: usize, p1: usize, },
    #[http(404, detail = "é: {w:-.X?}{{id}}")]
    V44{name: &'static str, x: u64, e: f64, w: usize, p1: usize, },
    #[http(404, detail = "\"{name:>-#0p1$}}}")]
    V45{name: &'static str, x: u64, e: f64, w: usize, p1: usize, },
    #[http(404, detail = "\"{e:#}")]
    V46{name: &'static str, x: u64, e: f64, w: usize, p1: usize, },
    #[http(404, detail = "\"{name }${p1:0.p1$}{name:-5?}.")]
    V47{name: &'static str, x: u64, e: f64, w: usize, p1: usize, },
    #[http(404, detail = "${p1:+e}{{id}}")]
    V48{name: &'static str, x: u64, e: f64, w: usize, p1: usize, },
    #[http(404, detail = " {name:0<0?}}}{x:^.p1$E}}}")]
    V49{name: &'static str, x: u64, e: f64, w: usize, p1: usize, },
    #[http(404, detail = "{{{p1}{{{x}{{id}}")]
    V50{name: &'static str, x: u64, e: f64, w: usize, p1: usize, },
    #[http(404, detail = "no {e}.")]
    V51{name: &'static str, x: u64, e: f64, w: usize, p1: usize, },
    #[http(404, detail = "é: {w}{{id}}")]
    V52{name: &'static str, x: u64, e: f64, w: usize, p1: usize, },
    #[http(404, detail = "é: {e:w$}no {x:>x }}}")]
    V53{name: &'static str, x: u64, e: f64, w: usize, p1: usize, },
    #[http(404, detail = "{w :#.}}}{x:<<.x? }\"{w:+#1x?}{{id}}")]
    V54{name: &'static str, x: u64, e: f64, w: usize, p1: usize, },
    #[http(404, detail = "no {p1 :x<12?}{{0}}{x }é: {name }.")]
    V55{name: &'static str, x: u64, e: f64, w: usize, p1: usize, },
    #[http(404, detail = "no {e}no {name :+#5}{{0}}{e:0E}{{id}}")]
    V56{name: &'static str, x: u64, e: f64, w: usize, p1: usize, },
    #[http(404, detail = "no {w }{e:1.5}")]
    V57{name: &'static str, x: u64, e: f64, w: usize, p1: usize, },
    #[http(404, detail = "{{{x:01.1}}}{name}.")]
    V58{name: &'static str, x: u64, e: f64, w: usize, p1: usize, },
    #[http(404, detail = "no {name:-#p1$.}")]
    V59{name: &'static str, x: u64, e: f64, w: usize, p1: usize, },
    #[http(404, detail = "}}{p1:X}{{id}}")]
    V60{name: &'static str, x: u64, e: f64, w: usize, p1: usize, },
    #[http(404, detail = " {name:#.p1$ }{{{name:0} {p1:w$X?}.")]
    V61{name: &'static str, x: u64, e: f64, w: usize, p1: usize, },
    #[http(404, detail = "{x}}}")]
    V62{name: &'static str, x: u64, e: f64, w: usize, p1: usize, },
    #[http(404, detail = "{{{e:>-1?}}}")]
    V63{name: &'static str, x: u64, e: f64, w: usize, p1: usize, },
    #[http(404, detail = "é: {w:E}\"{e :-#w$e }{{{name:+#.}")]
    V64{name: &'static str, x: u64, e: f64, w: usize, p1: usize, },
    #[http(404, detail = "{x }{w:0w$e}{{0}}{name:}")]
    V65{name: &'static str, x: u64, e: f64, w: usize, p1: usize, },
    #[http(404, detail = "{name :-01}{{{name:012}.")]
    V66{name: &'static str, x: u64, e: f64, w: usize, p1: usize, },
    #[http(404, detail = "\"{name:+#p1$.p1$}{name:+0}}}{p1:^+12?}")]
    V67{name: &'static str, x: u64, e: f64, w: usize, p1: usize, },
    #[http(404, detail = "é: {e:w$?}}}{p1:$<+.x }{w: >#.12E}{{id}}")]
    V68{name: &'static str, x: u64, e: f64, w: usize, p1: usize, },
    #[http(404, detail = "{{0}}{p1:#0w$x?}no {p1 :^-e} {w}")]
    V69{name: &'static str, x: u64, e: f64, w: usize, p1: usize, },
    #[http(404, detail = " {w:w$o}\"{x:1}no {e:-w$e}")]
    V70{name: &'static str, x: u64, e: f64, w: usize, p1: usize, },
    #[http(404, detail = "{{{w}.")]
    V71{name: &'static str, x: u64, e: f64, w: usize, p1: usize, },
    #[http(404, detail = " {e}}}")]
    V72{name: &'static str, x: u64, e: f64, w: usize, p1: usize, },
    #[http(404, detail = " {w:+0E}${name:>?} {name :+p1$?}.")]
    V73{name: &'static str, x: u64, e: f64, w: usize, p1: usize, },
    #[http(404, detail = "{{{p1:#0x?}}}")]
    V74{name: &'static str, x: u64, e: f64, w: usize, p1: usize, },
    #[http(404, detail = "{e:<5E }{{{name:>-0}{{id}}")]
    V75{name: &'static str, x: u64, e: f64, w: usize, p1: usize, },
    #[http(404, detail = "}}{name:>-1}{{id}}")]
    V76{name: &'static str, x: u64, e: f64, w: usize, p1: usize, },
    #[http(404, detail = "{w }}}{p1}}}{x:-w$.p1$}}}")]
    V77{name: &'static str, x: u64, e: f64, w: usize, p1: usize, },
    #[http(404, detail = "\"{w:0<#012o}é: {name}")]
    V78{name: &'static str, x: u64, e: f64, w: usize, p1: usize, },
    #[http(404, detail = "é: {e}{{id}}")]
    V79{name: &'static str, x: u64, e: f64, w: usize, p1: usize, },
    #[http(404, detail = "}}{name:#0?}${p1:{^+}")]
    V80{name: &'static str, x: u64, e: f64, w: usize, p1: usize, },
    #[http(404, detail = " {name:12}é: {x:-12.x?}no {w}{{id}}")]
    V81{name: &'static str, x: u64, e: f64, w: usize, p1: usize, },
    #[http(404, detail = "é: {p1}{{id}}")]
    V82{name: &'static str, x: u64, e: f64, w: usize, p1: usize, },
    #[http(404, detail = "${e:+e} {name :+5}")]
    V83{name: &'static str, x: u64, e: f64, w: usize, p1: usize, },
    #[http(404, detail = "${w:^+12o}{{0}}{w :p1$e}.")]
    V84{name: &'static str, x: u64, e: f64, w: usize, p1: usize, },
    #[http(404, detail = "{{{e:0^-?} {e :^-w$?}.")]
    V85{name: &'static str, x: u64, e: f64, w: usize, p1: usize, },
    #[http(404, detail = "\"{p1:1e}{{id}}")]
    V86{name: &'static str, x: u64, e: f64, w: usize, p1: usize, },
    #[http(404, detail = " {x:0^p1$.b}")]
    V87{name: &'static str, x: u64, e: f64, w: usize, p1: usize, },
    #[http(404, detail = "}}{name:+05}{{{x}")]
    V88{name: &'static str, x: u64, e: f64, w: usize, p1: usize, },
    #[http(404, detail = "\"{p1:12o}${w:$^-0. }{w:<-1b}}}")]
    V89{name: &'static str, x: u64, e: f64, w: usize, p1: usize, },
    #[http(404, detail = "}}{name:+#05}${x:0^p1$?}{{{name:>-1}.")]
    V90{name: &'static str, x: u64, e: f64, w: usize, p1: usize, },
    #[http(404, detail = "{x: <0p1$.1E}{{{p1}")]
    V91{name: &'static str, x: u64, e: f64, w: usize, p1: usize, },
    #[http(404, detail = "é: {x}.")]
    V92{name: &'static str, x: u64, e: f64, w: usize, p1: usize, },
    #[http(404, detail = "é: {name:—^5}{{0}}{w:+p1$?}{{0}}{e:0w$}.")]
    V93{name: &'static str, x: u64, e: f64, w: usize, p1: usize, },
    #[http(404, detail = " {name}{{0}}{e:>p1$.12}{{id}}")]
    V94{name: &'static str, x: u64, e: f64, w: usize, p1: usize, },
    #[http(404, detail = "\"{x:<^#w$.b}}}")]
    V95{name: &'static str, x: u64, e: f64, w: usize, p1: usize, },
    #[http(404, detail = "\"{name:—^5}{{{name:+#p1$}.")]
    V96{name: &'static str, x: u64, e: f64, w: usize, p1: usize, },
    #[http(404, detail = "{{0}}{p1:>p1$.X?}{name:p1$.w$}${p1:>-.w$}")]
    V97{name: &'static str, x: u64, e: f64, w: usize, p1: usize, },
    #[http(404, detail = "{{0}}{x:^#12b} {e:-p1$}é: {p1:+E}}}")]
    V98{name: &'static str, x: u64, e: f64, w: usize, p1: usize, },
    #[http(404, detail = "no {w:0>-#b}")]
    V99{name: &'static str, x: u64, e: f64, w: usize, p1: usize, },
}

pub fn named() -> Vec<Declared> {
    let name: &'static str = "Zoë";
    let x: u64 = 254;
    let e: f64 = -1.625;
    let w: usize = 7;
    let p1: usize = 7;
    vec![
        (Box::new(Named::V0 {name, x, e, w, p1, }), format!("{name}}}")),
        (Box::new(Named::V1 {name, x, e, w, p1, }), format!("é: {e:<p1$e}\"{w:0p1$.o}}}")),
        (Box::new(Named::V2 {name, x, e, w, p1, }), format!("{{{name}.")),
        (Box::new(Named::V3 {name, x, e, w, p1, }), format!("{{0}}{w:0w$X?}é: {w:^+.12b}")),
        (Box::new(Named::V4 {name, x, e, w, p1, }), format!("}}{x:<-w$E}.")),
        (Box::new(Named::V5 {name, x, e, w, p1, }), format!("é: {name:—^}}}{x :+1b}{{id}}")),
        (Box::new(Named::V6 {name, x, e, w, p1, }), format!("${w:0.1x?}{{id}}")),
        (Box::new(Named::V7 {name, x, e, w, p1, }), format!("{{0}}{e:-05e}{{id}}")),
        (Box::new(Named::V8 {name, x, e, w, p1, }), format!("no {w:w$X}no {p1}")),
        (Box::new(Named::V9 {name, x, e, w, p1, }), format!("{{{p1:.>1.p1$b }.")),
        (Box::new(Named::V10 {name, x, e, w, p1, }), format!("no {x:-0w$x}.")),
        (Box::new(Named::V11 {name, x, e, w, p1, }), format!("}}{w:.^#w$?}}}{e:*< }.")),
        (Box::new(Named::V12 {name, x, e, w, p1, }), format!("}}{name }}}")),
        (Box::new(Named::V13 {name, x, e, w, p1, }), format!("${name:#0.?}{x}{{id}}")),
        (Box::new(Named::V14 {name, x, e, w, p1, }), format!("${w:{^0p1$.X}{w:.1X? }")),
        (Box::new(Named::V15 {name, x, e, w, p1, }), format!("${p1:x?}{{id}}")),
        (Box::new(Named::V16 {name, x, e, w, p1, }), format!("{{0}}{name :0<012.w$}{{{x}}}")),
        (Box::new(Named::V17 {name, x, e, w, p1, }), format!("{{0}}{p1}{{id}}")),
        (Box::new(Named::V18 {name, x, e, w, p1, }), format!("{name:0.w$}no {e :#5e}.")),
        (Box::new(Named::V19 {name, x, e, w, p1, }), format!("{p1:05X?}")),
        (Box::new(Named::V20 {name, x, e, w, p1, }), format!("{{{p1:<#p1$.x?}.")),
        (Box::new(Named::V21 {name, x, e, w, p1, }), format!("{{{p1:x>#12x? }{{0}}{name}.")),
        (Box::new(Named::V22 {name, x, e, w, p1, }), format!("}}{name}no {p1}{{0}}{name :>?}}}")),
        (Box::new(Named::V23 {name, x, e, w, p1, }), format!("é: {e:x<+0E}.")),
        (Box::new(Named::V24 {name, x, e, w, p1, }), format!("}}{e:>.1}é: {name:*<-0w$?}no {name:}{{id}}")),
        (Box::new(Named::V25 {name, x, e, w, p1, }), format!("}}{e}é: {p1}}}")),
        (Box::new(Named::V26 {name, x, e, w, p1, }), format!(" {name}${name:0?}.")),
        (Box::new(Named::V27 {name, x, e, w, p1, }), format!("${w:-w$x?}é: {w:^012b}}}{name:<p1$.5?}.")),
        (Box::new(Named::V28 {name, x, e, w, p1, }), format!("\"{name:-.5}{{id}}")),
        (Box::new(Named::V29 {name, x, e, w, p1, }), format!("{{0}}{e :?^01.}{w}${p1:w$x?}{{id}}")),
        (Box::new(Named::V30 {name, x, e, w, p1, }), format!("no {p1:?^-#5x}{{0}}{p1 :+5b}")),
        (Box::new(Named::V31 {name, x, e, w, p1, }), format!("\"{name :<.12}{{0}}{p1:x<5.5e} {p1 }.")),
        (Box::new(Named::V32 {name, x, e, w, p1, }), format!("{{0}}{name:12}}}{x:-012e}no {name}{{id}}")),
        (Box::new(Named::V33 {name, x, e, w, p1, }), format!("\"{w:^p1$b}.")),
        (Box::new(Named::V34 {name, x, e, w, p1, }), format!("é: {name}}}{e:^p1$E}{{id}}")),
        (Box::new(Named::V35 {name, x, e, w, p1, }), format!("{{{w:x^0w$.w$E} {e:<#p1$E}}}")),
        (Box::new(Named::V36 {name, x, e, w, p1, }), format!("}}{w:-0w$.12?}}}{x:x>-p1$b}")),
        (Box::new(Named::V37 {name, x, e, w, p1, }), format!("${x:<5.e}{e:0.e}é: {w:+0.p1$X}.")),
        (Box::new(Named::V38 {name, x, e, w, p1, }), format!("no {x}\"{p1}é: {p1:0p1$x? }{{id}}")),
        (Box::new(Named::V39 {name, x, e, w, p1, }), format!("{w:.^05.?}{{0}}{name:#.p1$}")),
        (Box::new(Named::V40 {name, x, e, w, p1, }), format!("{{{x:X}{{0}}{x:{>#}.")),
        (Box::new(Named::V41 {name, x, e, w, p1, }), format!("\"{e:+#w$}é: {x:+#p1$e}{{id}}")),
        (Box::new(Named::V42 {name, x, e, w, p1, }), format!("{{0}}{name }é: {p1:{<0o}}}{e}}}")),
        (Box::new(Named::V43 {name, x, e, w, p1, }), format!("no {name}}}")),
        (Box::new(Named::V44 {name, x, e, w, p1, }), format!("é: {w:-.X?}{{id}}")),
        (Box::new(Named::V45 {name, x, e, w, p1, }), format!("\"{name:>-#0p1$}}}")),
        (Box::new(Named::V46 {name, x, e, w, p1, }), format!("\"{e:#}")),
        (Box::new(Named::V47 {name, x, e, w, p1, }), format!("\"{name }${p1:0.p1$}{name:-5?}.")),
        (Box::new(Named::V48 {name, x, e, w, p1, }), format!("${p1:+e}{{id}}")),
        (Box::new(Named::V49 {name, x, e, w, p1, }), format!(" {name:0<0?}}}{x:^.p1$E}}}")),
        (Box::new(Named::V50 {name, x, e, w, p1, }), format!("{{{p1}{{{x}{{id}}")),
        (Box::new(Named::V51 {name, x, e, w, p1, }), format!("no {e}.")),
        (Box::new(Named::V52 {name, x, e, w, p1, }), format!("é: {w}{{id}}")),
        (Box::new(Named::V53 {name, x, e, w, p1, }), format!("é: {e:w$}no {x:>x }}}")),
        (Box::new(Named::V54 {name, x, e, w, p1, }), format!("{w :#.}}}{x:<<.x? }\"{w:+#1x?}{{id}}")),
        (Box::new(Named::V55 {name, x, e, w, p1, }), format!("no {p1 :x<12?}{{0}}{x }é: {name }.")),
        (Box::new(Named::V56 {name, x, e, w, p1, }), format!("no {e}no {name :+#5}{{0}}{e:0E}{{id}}")),
        (Box::new(Named::V57 {name, x, e, w, p1, }), format!("no {w }{e:1.5}")),
        (Box::new(Named::V58 {name, x, e, w, p1, }), format!("{{{x:01.1}}}{name}.")),
        (Box::new(Named::V59 {name, x, e, w, p1, }), format!("no {name:-#p1$.}")),
        (Box::new(Named::V60 {name, x, e, w, p1, }), format!("}}{p1:X}{{id}}")),
        (Box::new(Named::V61 {name, x, e, w, p1, }), format!(" {name:#.p1$ }{{{name:0} {p1:w$X?}.")),
        (Box::new(Named::V62 {name, x, e, w, p1, }), format!("{x}}}")),
        (Box::new(Named::V63 {name, x, e, w, p1, }), format!("{{{e:>-1?}}}")),
        (Box::new(Named::V64 {name, x, e, w, p1, }), format!("é: {w:E}\"{e :-#w$e }{{{name:+#.}")),
        (Box::new(Named::V65 {name, x, e, w, p1, }), format!("{x }{w:0w$e}{{0}}{name:}")),
        (Box::new(Named::V66 {name, x, e, w, p1, }), format!("{name :-01}{{{name:012}.")),
        (Box::new(Named::V67 {name, x, e, w, p1, }), format!("\"{name:+#p1$.p1$}{name:+0}}}{p1:^+12?}")),
        (Box::new(Named::V68 {name, x, e, w, p1, }), format!("é: {e:w$?}}}{p1:$<+.x }{w: >#.12E}{{id}}")),
        (Box::new(Named::V69 {name, x, e, w, p1, }), format!("{{0}}{p1:#0w$x?}no {p1 :^-e} {w}")),
        (Box::new(Named::V70 {name, x, e, w, p1, }), format!(" {w:w$o}\"{x:1}no {e:-w$e}")),
        (Box::new(Named::V71 {name, x, e, w, p1, }), format!("{{{w}.")),
        (Box::new(Named::V72 {name, x, e, w, p1, }), format!(" {e}}}")),
        (Box::new(Named::V73 {name, x, e, w, p1, }), format!(" {w:+0E}${name:>?} {name :+p1$?}.")),
        (Box::new(Named::V74 {name, x, e, w, p1, }), format!("{{{p1:#0x?}}}")),
        (Box::new(Named::V75 {name, x, e, w, p1, }), format!("{e:<5E }{{{name:>-0}{{id}}")),
        (Box::new(Named::V76 {name, x, e, w, p1, }), format!("}}{name:>-1}{{id}}")),
        (Box::new(Named::V77 {name, x, e, w, p1, }), format!("{w }}}{p1}}}{x:-w$.p1$}}}")),
        (Box::new(Named::V78 {name, x, e, w, p1, }), format!("\"{w:0<#012o}é: {name}")),
        (Box::new(Named::V79 {name, x, e, w, p1, }), format!("é: {e}{{id}}")),
        (Box::new(Named::V80 {name, x, e, w, p1, }), format!("}}{name:#0?}${p1:{^+}")),
        (Box::new(Named::V81 {name, x, e, w, p1, }), format!(" {name:12}é: {x:-12.x?}no {w}{{id}}")),
        (Box::new(Named::V82 {name, x, e, w, p1, }), format!("é: {p1}{{id}}")),
        (Box::new(Named::V83 {name, x, e, w, p1, }), format!("${e:+e} {name :+5}")),
        (Box::new(Named::V84 {name, x, e, w, p1, }), format!("${w:^+12o}{{0}}{w :p1$e}.")),
        (Box::new(Named::V85 {name, x, e, w, p1, }), format!("{{{e:0^-?} {e :^-w$?}.")),
        (Box::new(Named::V86 {name, x, e, w, p1, }), format!("\"{p1:1e}{{id}}")),
        (Box::new(Named::V87 {name, x, e, w, p1, }), format!(" {x:0^p1$.b}")),
        (Box::new(Named::V88 {name, x, e, w, p1, }), format!("}}{name:+05}{{{x}")),
        (Box::new(Named::V89 {name, x, e, w, p1, }), format!("\"{p1:12o}${w:$^-0. }{w:<-1b}}}")),
        (Box::new(Named::V90 {name, x, e, w, p1, }), format!("}}{name:+#05}${x:0^p1$?}{{{name:>-1}.")),
        (Box::new(Named::V91 {name, x, e, w, p1, }), format!("{x: <0p1$.1E}{{{p1}")),
        (Box::new(Named::V92 {name, x, e, w, p1, }), format!("é: {x}.")),
        (Box::new(Named::V93 {name, x, e, w, p1, }), format!("é: {name:—^5}{{0}}{w:+p1$?}{{0}}{e:0w$}.")),
        (Box::new(Named::V94 {name, x, e, w, p1, }), format!(" {name}{{0}}{e:>p1$.12}{{id}}")),
        (Box::new(Named::V95 {name, x, e, w, p1, }), format!("\"{x:<^#w$.b}}}")),
        (Box::new(Named::V96 {name, x, e, w, p1, }), format!("\"{name:—^5}{{{name:+#p1$}.")),
        (Box::new(Named::V97 {name, x, e, w, p1, }), format!("{{0}}{p1:>p1$.X?}{name:p1$.w$}${p1:>-.w$}")),
        (Box::new(Named::V98 {name, x, e, w, p1, }), format!("{{0}}{x:^#12b} {e:-p1$}é: {p1:+E}}}")),
        (Box::new(Named::V99 {name, x, e, w, p1, }), format!("no {w:0>-#b}")),
    ]
}

#[derive(Debug, httperr::HttpError)]
pub enum Unicode {
    #[http(404, detail = "{{0}}{_ü:{<-12.12?}${größe:^+}{{{_ü }}}")]
    V0{संख्या: u64, größe: f64, 名: &'static str, col·w: usize, _ü: usize, },
    #[http(404, detail = "{{{स\u{902}ख\u{94d}या:+5.col·w$o}\"{_ü:^col·w$.X}é: {_ü:<col·w$._ü$}{{id}}")]
    V1{संख्या: u64, größe: f64, 名: &'static str, col·w: usize, _ü: usize, },
    #[http(404, detail = " {名:+._ü$?}{{id}}")]
    V2{संख्या: u64, größe: f64, 名: &'static str, col·w: usize, _ü: usize, },
    #[http(404, detail = "${col·w }")]
    V3{संख्या: u64, größe: f64, 名: &'static str, col·w: usize, _ü: usize, },
    #[http(404, detail = "${名:#0}{{id}}")]
    V4{संख्या: u64, größe: f64, 名: &'static str, col·w: usize, _ü: usize, },
    #[http(404, detail = "}}{größe:>-#12e}{{{名:12}}}{größe:x^0col·w$?}{{id}}")]
    V5{संख्या: u64, größe: f64, 名: &'static str, col·w: usize, _ü: usize, },
    #[http(404, detail = "{größe:}${_ü :-.5x? }{{{größe:-0}{{id}}")]
    V6{संख्या: u64, größe: f64, 名: &'static str, col·w: usize, _ü: usize, },
    #[http(404, detail = "}}{_ü:>-0col·w$.}\"{col·w:b}.")]
    V7{संख्या: u64, größe: f64, 名: &'static str, col·w: usize, _ü: usize, },
    #[http(404, detail = "no {स\u{902}ख\u{94d}या:<012X}no {स\u{902}ख\u{94d}या}.")]
    V8{संख्या: u64, größe: f64, 名: &'static str, col·w: usize, _ü: usize, },
    #[http(404, detail = "no {größe:*<-12 }${स\u{902}ख\u{94d}या:0_ü$o}")]
    V9{संख्या: u64, größe: f64, 名: &'static str, col·w: usize, _ü: usize, },
    #[http(404, detail = "{{{col·w} {größe:?>-01?}é: {स\u{902}ख\u{94d}या}}}")]
    V10{संख्या: u64, größe: f64, 名: &'static str, col·w: usize, _ü: usize, },
    #[http(404, detail = "no {स\u{902}ख\u{94d}या:?<+0}.")]
    V11{संख्या: u64, größe: f64, 名: &'static str, col·w: usize, _ü: usize, },
    #[http(404, detail = "é: {größe:+5?}{{{col·w:>0E}{{{名 :$<1}.")]
    V12{संख्या: u64, größe: f64, 名: &'static str, col·w: usize, _ü: usize, },
    #[http(404, detail = "${स\u{902}ख\u{94d}या:0.12}{名:_ü$. }{{0}}{名}}}")]
    V13{संख्या: u64, größe: f64, 名: &'static str, col·w: usize, _ü: usize, },
    #[http(404, detail = "{_ü}.")]
    V14{संख्या: u64, größe: f64, 名: &'static str, col·w: usize, _ü: usize, },
    #[http(404, detail = "{größe:#12?}.")]
    V15{संख्या: u64, größe: f64, 名: &'static str, col·w: usize, _ü: usize, },
    #[http(404, detail = "${स\u{902}ख\u{94d}या}\"{größe: <+?}{{{_ü:}^.e}.")]
    V16{संख्या: u64, größe: f64, 名: &'static str, col·w: usize, _ü: usize, },
    #[http(404, detail = "{{{स\u{902}ख\u{94d}या:-0col·w$.col·w$E}é: {col·w:<+X?}}}")]
    V17{संख्या: u64, größe: f64, 名: &'static str, col·w: usize, _ü: usize, },
    #[http(404, detail = "{{0}}{名 }{{{_ü:<-col·w$.1}{{id}}")]
    V18{संख्या: u64, größe: f64, 名: &'static str, col·w: usize, _ü: usize, },
    #[http(404, detail = "}}{col·w:x^-#X?}")]
    V19{संख्या: u64, größe: f64, 名: &'static str, col·w: usize, _ü: usize, },
    #[http(404, detail = "{名:^0col·w$}.")]
    V20{संख्या: u64, größe: f64, 名: &'static str, col·w: usize, _ü: usize, },
    #[http(404, detail = " {col·w }{col·w :?>+01X}{{id}}")]
    V21{संख्या: u64, größe: f64, 名: &'static str, col·w: usize, _ü: usize, },
    #[http(404, detail = "}}{名}")]
    V22{संख्या: u64, größe: f64, 名: &'static str, col·w: usize, _ü: usize, },
    #[http(404, detail = "{स\u{902}ख\u{94d}या:12.e} {col·w:<col·w$}")]
    V23{संख्या: u64, größe: f64, 名: &'static str, col·w: usize, _ü: usize, },
    #[http(404, detail = "no {_ü:?>-col·w$.1?}}}{स\u{902}ख\u{94d}या}{{id}}")]
    V24{संख्या: u64, größe: f64, 名: &'static str, col·w: usize, _ü: usize, },
    #[http(404, detail = "é: {col·w}}}{_ü:#05x?}.")]
    V25{संख्या: u64, größe: f64, 名: &'static str, col·w: usize, _ü: usize, },
    #[http(404, detail = "{{0}}{größe}}}{col·w:+_ü$.1}}}{col·w}")]
    V26{संख्या: u64, größe: f64, 名: &'static str, col·w: usize, _ü: usize, },
    #[http(404, detail = "}}{größe:#col·w$.?}}}{col·w:+E}")]
    V27{संख्या: u64, größe: f64, 名: &'static str, col·w: usize, _ü: usize, },
    #[http(404, detail = "}}{col·w:+1X}\"{col·w:12e }{स\u{902}ख\u{94d}या:{>+#5}")]
    V28{संख्या: u64, größe: f64, 名: &'static str, col·w: usize, _ü: usize, },
    #[http(404, detail = "é: {名:*<0}{{0}}{col·w:>#1x}.")]
    V29{संख्या: u64, größe: f64, 名: &'static str, col·w: usize, _ü: usize, },
    #[http(404, detail = "}}{名:-.?}.")]
    V30{संख्या: u64, größe: f64, 名: &'static str, col·w: usize, _ü: usize, },
    #[http(404, detail = "{{0}}{स\u{902}ख\u{94d}या:+0e}\"{स\u{902}ख\u{94d}या}{{{स\u{902}ख\u{94d}या:#01}")]
    V31{संख्या: u64, größe: f64, 名: &'static str, col·w: usize, _ü: usize, },
    #[http(404, detail = "{_ü:{>e}${स\u{902}ख\u{94d}या }é: {स\u{902}ख\u{94d}या:o}.")]
    V32{संख्या: u64, größe: f64, 名: &'static str, col·w: usize, _ü: usize, },
    #[http(404, detail = "{{{名 :+0._ü$}{größe:<+_ü$e}${größe:?<12E}}}")]
    V33{संख्या: u64, größe: f64, 名: &'static str, col·w: usize, _ü: usize, },
    #[http(404, detail = "{名:<#01}\"{col·w:$^-01}{{0}}{_ü:#_ü$.5b}")]
    V34{संख्या: u64, größe: f64, 名: &'static str, col·w: usize, _ü: usize, },
    #[http(404, detail = "}}{_ü:+_ü$}{{{größe :-#5e}")]
    V35{संख्या: u64, größe: f64, 名: &'static str, col·w: usize, _ü: usize, },
    #[http(404, detail = "{{{col·w :^#0_ü$X? }${_ü}")]
    V36{संख्या: u64, größe: f64, 名: &'static str, col·w: usize, _ü: usize, },
    #[http(404, detail = "no {größe :{>col·w$.col·w$e}${col·w:0.1X?}")]
    V37{संख्या: u64, größe: f64, 名: &'static str, col·w: usize, _ü: usize, },
    #[http(404, detail = "{{0}}{col·w}{{0}}{col·w}{{id}}")]
    V38{संख्या: u64, größe: f64, 名: &'static str, col·w: usize, _ü: usize, },
    #[http(404, detail = "{col·w:*^#x?}{col·w :<+#_ü$}}}{名:-0col·w$ }")]
    V39{संख्या: u64, größe: f64, 名: &'static str, col·w: usize, _ü: usize, },
    #[http(404, detail = "\"{स\u{902}ख\u{94d}या:<01x}}}{स\u{902}ख\u{94d}या:X}{{id}}")]
    V40{संख्या: u64, größe: f64, 名: &'static str, col·w: usize, _ü: usize, },
    #[http(404, detail = "${größe }}}")]
    V41{संख्या: u64, größe: f64, 名: &'static str, col·w: usize, _ü: usize, },
    #[http(404, detail = "{{0}}{_ü}")]
    V42{संख्या: u64, größe: f64, 名: &'static str, col·w: usize, _ü: usize, },
    #[http(404, detail = "é: {स\u{902}ख\u{94d}या:+0col·w$.5? }${größe:<+#} {col·w:>-col·w$o}{{id}}")]
    V43{संख्या: u64, größe: f64, 名: &'static str, col·w: usize, _ü: usize, },
    #[http(404, detail = "{{{_ü:}>01.5x}{{{名:*>+col·w$._ü$?}{{0}}{col·w:}")]
    V44{संख्या: u64, größe: f64, 名: &'static str, col·w: usize, _ü: usize, },
    #[http(404, detail = "{{0}}{名:-?}")]
    V45{संख्या: u64, größe: f64, 名: &'static str, col·w: usize, _ü: usize, },
    #[http(404, detail = "}}{स\u{902}ख\u{94d}या:-0E}}}")]
    V46{संख्या: u64, größe: f64, 名: &'static str, col·w: usize, _ü: usize, },
    #[http(404, detail = "é: {स\u{902}ख\u{94d}या} {größe}${_ü:#col·w$o}")]
    V47{संख्या: u64, größe: f64, 名: &'static str, col·w: usize, _ü: usize, },
    #[http(404, detail = " {größe:+#0_ü$._ü$}")]
    V48{संख्या: u64, größe: f64, 名: &'static str, col·w: usize, _ü: usize, },
    #[http(404, detail = "${名:>+0?}")]
    V49{संख्या: u64, größe: f64, 名: &'static str, col·w: usize, _ü: usize, },
    #[http(404, detail = "{{0}}{col·w:0>+0?} {名:.col·w$?}\"{col·w }.")]
    V50{संख्या: u64, größe: f64, 名: &'static str, col·w: usize, _ü: usize, },
    #[http(404, detail = " {स\u{902}ख\u{94d}या:x<0col·w$.e}{größe :0col·w$?}}}")]
    V51{संख्या: u64, größe: f64, 名: &'static str, col·w: usize, _ü: usize, },
    #[http(404, detail = "\"{_ü :.^_ü$}}}")]
    V52{संख्या: u64, größe: f64, 名: &'static str, col·w: usize, _ü: usize, },
    #[http(404, detail = "no {größe :>._ü$E}é: {größe:}>012e}")]
    V53{संख्या: u64, größe: f64, 名: &'static str, col·w: usize, _ü: usize, },
    #[http(404, detail = "{{0}}{col·w}{col·w:^+#.1?}{{{स\u{902}ख\u{94d}या:#0b }{{id}}")]
    V54{संख्या: u64, größe: f64, 名: &'static str, col·w: usize, _ü: usize, },
    #[http(404, detail = "{größe:-01}}}{_ü:^#col·w$.1X?}")]
    V55{संख्या: u64, größe: f64, 名: &'static str, col·w: usize, _ü: usize, },
    #[http(404, detail = "{स\u{902}ख\u{94d}या}}}{größe:<^12.12E }é: {स\u{902}ख\u{94d}या:$>#E }{{id}}")]
    V56{संख्या: u64, größe: f64, 名: &'static str, col·w: usize, _ü: usize, },
    #[http(404, detail = "}}{größe}{{{名 }{col·w }}}")]
    V57{संख्या: u64, größe: f64, 名: &'static str, col·w: usize, _ü: usize, },
    #[http(404, detail = "}}{名}{{id}}")]
    V58{संख्या: u64, größe: f64, 名: &'static str, col·w: usize, _ü: usize, },
    #[http(404, detail = "é: {名 }{{{größe}{{0}}{col·w:^col·w$._ü$x}{{id}}")]
    V59{संख्या: u64, größe: f64, 名: &'static str, col·w: usize, _ü: usize, },
    #[http(404, detail = "é: {स\u{902}ख\u{94d}या:-#012.E}{col·w:#0e}no {col·w: >#_ü$.col·w$}.")]
    V60{संख्या: u64, größe: f64, 名: &'static str, col·w: usize, _ü: usize, },
    #[http(404, detail = "\"{größe:+12 }}}")]
    V61{संख्या: u64, größe: f64, 名: &'static str, col·w: usize, _ü: usize, },
    #[http(404, detail = " {名:1.col·w$?}{{id}}")]
    V62{संख्या: u64, größe: f64, 名: &'static str, col·w: usize, _ü: usize, },
    #[http(404, detail = "é: {名 :-col·w$}")]
    V63{संख्या: u64, größe: f64, 名: &'static str, col·w: usize, _ü: usize, },
    #[http(404, detail = "\"{स\u{902}ख\u{94d}या:-0_ü$b }.")]
    V64{संख्या: u64, größe: f64, 名: &'static str, col·w: usize, _ü: usize, },
    #[http(404, detail = "é: {名:>+#12}")]
    V65{संख्या: u64, größe: f64, 名: &'static str, col·w: usize, _ü: usize, },
    #[http(404, detail = "é: {स\u{902}ख\u{94d}या}{{{größe}}}")]
    V66{संख्या: u64, größe: f64, 名: &'static str, col·w: usize, _ü: usize, },
    #[http(404, detail = "}}{größe:+1E}no {स\u{902}ख\u{94d}या}no {名:01.12 }")]
    V67{संख्या: u64, größe: f64, 名: &'static str, col·w: usize, _ü: usize, },
    #[http(404, detail = "{{0}}{größe:<12 }{{id}}")]
    V68{संख्या: u64, größe: f64, 名: &'static str, col·w: usize, _ü: usize, },
    #[http(404, detail = "${名:—^-1?}{{id}}")]
    V69{संख्या: u64, größe: f64, 名: &'static str, col·w: usize, _ü: usize, },
    #[http(404, detail = "{{0}}{名:-0_ü$ }.")]
    V70{संख्या: u64, größe: f64, 名: &'static str, col·w: usize, _ü: usize, },
    #[http(404, detail = "${_ü:?>-1?}")]
    V71{संख्या: u64, größe: f64, 名: &'static str, col·w: usize, _ü: usize, },
    #[http(404, detail = "é: {_ü:._ü$X}")]
    V72{संख्या: u64, größe: f64, 名: &'static str, col·w: usize, _ü: usize, },
    #[http(404, detail = "no {col·w:^#5E}\"{स\u{902}ख\u{94d}या:+#_ü$X?}é: {स\u{902}ख\u{94d}या }}}")]
    V73{संख्या: u64, größe: f64, 名: &'static str, col·w: usize, _ü: usize, },
    #[http(404, detail = "}}{col·w:—^05x}\"{col·w:.^05.b }.")]
    V74{संख्या: u64, größe: f64, 名: &'static str, col·w: usize, _ü: usize, },
    #[http(404, detail = "no {größe:0_ü$.E}é: {名}}}{स\u{902}ख\u{94d}या}.")]
    V75{संख्या: u64, größe: f64, 名: &'static str, col·w: usize, _ü: usize, },
    #[http(404, detail = "é: {größe:<<col·w$E}é: {col·w:^_ü$o}}}")]
    V76{संख्या: u64, größe: f64, 名: &'static str, col·w: usize, _ü: usize, },
    #[http(404, detail = "{_ü:+01.5x?}}}{स\u{902}ख\u{94d}या:^-e}{{0}}{_ü }.")]
    V77{संख्या: u64, größe: f64, 名: &'static str, col·w: usize, _ü: usize, },
    #[http(404, detail = "{{{_ü}}}")]
    V78{संख्या: u64, größe: f64, 名: &'static str, col·w: usize, _ü: usize, },
    #[http(404, detail = "no {_ü }")]
    V79{संख्या: u64, größe: f64, 名: &'static str, col·w: usize, _ü: usize, },
    #[http(404, detail = "}}{_ü:>#1x}")]
    V80{संख्या: u64, größe: f64, 名: &'static str, col·w: usize, _ü: usize, },
    #[http(404, detail = "${col·w : >#_ü$.? }")]
    V81{संख्या: u64, größe: f64, 名: &'static str, col·w: usize, _ü: usize, },
    #[http(404, detail = "{{0}}{名 :<}{名:-12.col·w$}\"{größe:^-#_ü$?}}}")]
    V82{संख्या: u64, größe: f64, 名: &'static str, col·w: usize, _ü: usize, },
    #[http(404, detail = "${col·w}${_ü:>}")]
    V83{संख्या: u64, größe: f64, 名: &'static str, col·w: usize, _ü: usize, },
    #[http(404, detail = "\"{स\u{902}ख\u{94d}या:.o}{{0}}{_ü}}}{名}{{id}}")]
    V84{संख्या: u64, größe: f64, 名: &'static str, col·w: usize, _ü: usize, },
    #[http(404, detail = " {col·w:#012}\"{_ü} {col·w :0X?}{{id}}")]
    V85{संख्या: u64, größe: f64, 名: &'static str, col·w: usize, _ü: usize, },
    #[http(404, detail = "{_ü :>01}{{id}}")]
    V86{संख्या: u64, größe: f64, 名: &'static str, col·w: usize, _ü: usize, },
    #[http(404, detail = " {_ü:0X?}")]
    V87{संख्या: u64, größe: f64, 名: &'static str, col·w: usize, _ü: usize, },
    #[http(404, detail = " {स\u{902}ख\u{94d}या:{<-1 }{{{col·w:$>-1x?}{{id}}")]
    V88{संख्या: u64, größe: f64, 名: &'static str, col·w: usize, _ü: usize, },
    #[http(404, detail = "{{{_ü}no {größe:0^+col·w$?} {col·w:x<+0col·w$e }")]
    V89{संख्या: u64, größe: f64, 名: &'static str, col·w: usize, _ü: usize, },
    #[http(404, detail = "no {col·w:^05x? }}}{col·w }{{0}}{名:0>12.5?}")]
    V90{संख्या: u64, größe: f64, 名: &'static str, col·w: usize, _ü: usize, },
    #[http(404, detail = "${स\u{902}ख\u{94d}या:_ü$}no {_ü:^+0col·w$e}}}{स\u{902}ख\u{94d}या }}}")]
    V91{संख्या: u64, größe: f64, 名: &'static str, col·w: usize, _ü: usize, },
    #[http(404, detail = " {स\u{902}ख\u{94d}या:.>- }{{0}}{स\u{902}ख\u{94d}या:12}{{id}}")]
    V92{संख्या: u64, größe: f64, 名: &'static str, col·w: usize, _ü: usize, },
    #[http(404, detail = "{col·w:+col·w$.x}no {名:<<#05}")]
    V93{संख्या: u64, größe: f64, 名: &'static str, col·w: usize, _ü: usize, },
    #[http(404, detail = " {col·w:+#X}}}{col·w}}}")]
    V94{संख्या: u64, größe: f64, 名: &'static str, col·w: usize, _ü: usize, },
    #[http(404, detail = "${स\u{902}ख\u{94d}या:>0_ü$b}${größe}{{0}}{स\u{902}ख\u{94d}या:+_ü$x?}")]
    V95{संख्या: u64, größe: f64, 名: &'static str, col·w: usize, _ü: usize, },
    #[http(404, detail = "no {स\u{902}ख\u{94d}या:#05X}é: {größe: >+0_ü$}}}{größe }}}")]
    V96{संख्या: u64, größe: f64, 名: &'static str, col·w: usize, _ü: usize, },
    #[http(404, detail = "{{{größe:>#.12?}é: {名:^12._ü$}}}")]
    V97{संख्या: u64, größe: f64, 名: &'static str, col·w: usize, _ü: usize, },
    #[http(404, detail = "}}{名:+#?}\"{स\u{902}ख\u{94d}या:-#12}")]
    V98{संख्या: u64, größe: f64, 名: &'static str, col·w: usize, _ü: usize, },
    #[http(404, detail = "{{{größe}${_ü:?>012o }{{id}}")]
    V99{संख्या: u64, größe: f64, 名: &'static str, col·w: usize, _ü: usize, },
}

pub fn unicode() -> Vec<Declared> {
    let संख्या: u64 = 254;
    let größe: f64 = -1.625;
    let 名: &'static str = "Zoë";
    let col·w: usize = 7;
    let _ü: usize = 7;
    vec![
        (Box::new(Unicode::V0 {संख्या, größe, 名, col·w, _ü, }), format!("{{0}}{_ü:{<-12.12?}${größe:^+}{{{_ü }}}")),
        (Box::new(Unicode::V1 {संख्या, größe, 名, col·w, _ü, }), format!("{{{स\u{902}ख\u{94d}या:+5.col·w$o}\"{_ü:^col·w$.X}é: {_ü:<col·w$._ü$}{{id}}")),
        (Box::new(Unicode::V2 {संख्या, größe, 名, col·w, _ü, }), format!(" {名:+._ü$?}{{id}}")),
        (Box::new(Unicode::V3 {संख्या, größe, 名, col·w, _ü, }), format!("${col·w }")),
        (Box::new(Unicode::V4 {संख्या, größe, 名, col·w, _ü, }), format!("${名:#0}{{id}}")),
        (Box::new(Unicode::V5 {संख्या, größe, 名, col·w, _ü, }), format!("}}{größe:>-#12e}{{{名:12}}}{größe:x^0col·w$?}{{id}}")),
        (Box::new(Unicode::V6 {संख्या, größe, 名, col·w, _ü, }), format!("{größe:}${_ü :-.5x? }{{{größe:-0}{{id}}")),
        (Box::new(Unicode::V7 {संख्या, größe, 名, col·w, _ü, }), format!("}}{_ü:>-0col·w$.}\"{col·w:b}.")),
        (Box::new(Unicode::V8 {संख्या, größe, 名, col·w, _ü, }), format!("no {स\u{902}ख\u{94d}या:<012X}no {स\u{902}ख\u{94d}या}.")),
        (Box::new(Unicode::V9 {संख्या, größe, 名, col·w, _ü, }), format!("no {größe:*<-12 }${स\u{902}ख\u{94d}या:0_ü$o}")),
        (Box::new(Unicode::V10 {संख्या, größe, 名, col·w, _ü, }), format!("{{{col·w} {größe:?>-01?}é: {स\u{902}ख\u{94d}या}}}")),
        (Box::new(Unicode::V11 {संख्या, größe, 名, col·w, _ü, }), format!("no {स\u{902}ख\u{94d}या:?<+0}.")),
        (Box::new(Unicode::V12 {संख्या, größe, 名, col·w, _ü, }), format!("é: {größe:+5?}{{{col·w:>0E}{{{名 :$<1}.")),
        (Box::new(Unicode::V13 {संख्या, größe, 名, col·w, _ü, }), format!("${स\u{902}ख\u{94d}या:0.12}{名:_ü$. }{{0}}{名}}}")),
        (Box::new(Unicode::V14 {संख्या, größe, 名, col·w, _ü, }), format!("{_ü}.")),
        (Box::new(Unicode::V15 {संख्या, größe, 名, col·w, _ü, }), format!("{größe:#12?}.")),
        (Box::new(Unicode::V16 {संख्या, größe, 名, col·w, _ü, }), format!("${स\u{902}ख\u{94d}या}\"{größe: <+?}{{{_ü:}^.e}.")),
        (Box::new(Unicode::V17 {संख्या, größe, 名, col·w, _ü, }), format!("{{{स\u{902}ख\u{94d}या:-0col·w$.col·w$E}é: {col·w:<+X?}}}")),
        (Box::new(Unicode::V18 {संख्या, größe, 名, col·w, _ü, }), format!("{{0}}{名 }{{{_ü:<-col·w$.1}{{id}}")),
        (Box::new(Unicode::V19 {संख्या, größe, 名, col·w, _ü, }), format!("}}{col·w:x^-#X?}")),
        (Box::new(Unicode::V20 {संख्या, größe, 名, col·w, _ü, }), format!("{名:^0col·w$}.")),
        (Box::new(Unicode::V21 {संख्या, größe, 名, col·w, _ü, }), format!(" {col·w }{col·w :?>+01X}{{id}}")),
        (Box::new(Unicode::V22 {संख्या, größe, 名, col·w, _ü, }), format!("}}{名}")),
        (Box::new(Unicode::V23 {संख्या, größe, 名, col·w, _ü, }), format!("{स\u{902}ख\u{94d}या:12.e} {col·w:<col·w$}")),
        (Box::new(Unicode::V24 {संख्या, größe, 名, col·w, _ü, }), format!("no {_ü:?>-col·w$.1?}}}{स\u{902}ख\u{94d}या}{{id}}")),
        (Box::new(Unicode::V25 {संख्या, größe, 名, col·w, _ü, }), format!("é: {col·w}}}{_ü:#05x?}.")),
        (Box::new(Unicode::V26 {संख्या, größe, 名, col·w, _ü, }), format!("{{0}}{größe}}}{col·w:+_ü$.1}}}{col·w}")),
        (Box::new(Unicode::V27 {संख्या, größe, 名, col·w, _ü, }), format!("}}{größe:#col·w$.?}}}{col·w:+E}")),
        (Box::new(Unicode::V28 {संख्या, größe, 名, col·w, _ü, }), format!("}}{col·w:+1X}\"{col·w:12e }{स\u{902}ख\u{94d}या:{>+#5}")),
        (Box::new(Unicode::V29 {संख्या, größe, 名, col·w, _ü, }), format!("é: {名:*<0}{{0}}{col·w:>#1x}.")),
        (Box::new(Unicode::V30 {संख्या, größe, 名, col·w, _ü, }), format!("}}{名:-.?}.")),
        (Box::new(Unicode::V31 {संख्या, größe, 名, col·w, _ü, }), format!("{{0}}{स\u{902}ख\u{94d}या:+0e}\"{स\u{902}ख\u{94d}या}{{{स\u{902}ख\u{94d}या:#01}")),
        (Box::new(Unicode::V32 {संख्या, größe, 名, col·w, _ü, }), format!("{_ü:{>e}${स\u{902}ख\u{94d}या }é: {स\u{902}ख\u{94d}या:o}.")),
        (Box::new(Unicode::V33 {संख्या, größe, 名, col·w, _ü, }), format!("{{{名 :+0._ü$}{größe:<+_ü$e}${größe:?<12E}}}")),
        (Box::new(Unicode::V34 {संख्या, größe, 名, col·w, _ü, }), format!("{名:<#01}\"{col·w:$^-01}{{0}}{_ü:#_ü$.5b}")),
        (Box::new(Unicode::V35 {संख्या, größe, 名, col·w, _ü, }), format!("}}{_ü:+_ü$}{{{größe :-#5e}")),
        (Box::new(Unicode::V36 {संख्या, größe, 名, col·w, _ü, }), format!("{{{col·w :^#0_ü$X? }${_ü}")),
        (Box::new(Unicode::V37 {संख्या, größe, 名, col·w, _ü, }), format!("no {größe :{>col·w$.col·w$e}${col·w:0.1X?}")),
        (Box::new(Unicode::V38 {संख्या, größe, 名, col·w, _ü, }), format!("{{0}}{col·w}{{0}}{col·w}{{id}}")),
        (Box::new(Unicode::V39 {संख्या, größe, 名, col·w, _ü, }), format!("{col·w:*^#x?}{col·w :<+#_ü$}}}{名:-0col·w$ }")),
        (Box::new(Unicode::V40 {संख्या, größe, 名, col·w, _ü, }), format!("\"{स\u{902}ख\u{94d}या:<01x}}}{स\u{902}ख\u{94d}या:X}{{id}}")),
        (Box::new(Unicode::V41 {संख्या, größe, 名, col·w, _ü, }), format!("${größe }}}")),
        (Box::new(Unicode::V42 {संख्या, größe, 名, col·w, _ü, }), format!("{{0}}{_ü}")),
        (Box::new(Unicode::V43 {संख्या, größe, 名, col·w, _ü, }), format!("é: {स\u{902}ख\u{94d}या:+0col·w$.5? }${größe:<+#} {col·w:>-col·w$o}{{id}}")),
        (Box::new(Unicode::V44 {संख्या, größe, 名, col·w, _ü, }), format!("{{{_ü:}>01.5x}{{{名:*>+col·w$._ü$?}{{0}}{col·w:}")),
        (Box::new(Unicode::V45 {संख्या, größe, 名, col·w, _ü, }), format!("{{0}}{名:-?}")),
        (Box::new(Unicode::V46 {संख्या, größe, 名, col·w, _ü, }), format!("}}{स\u{902}ख\u{94d}या:-0E}}}")),
        (Box::new(Unicode::V47 {संख्या, größe, 名, col·w, _ü, }), format!("é: {स\u{902}ख\u{94d}या} {größe}${_ü:#col·w$o}")),
        (Box::new(Unicode::V48 {संख्या, größe, 名, col·w, _ü, }), format!(" {größe:+#0_ü$._ü$}")),
        (Box::new(Unicode::V49 {संख्या, größe, 名, col·w, _ü, }), format!("${名:>+0?}")),
        (Box::new(Unicode::V50 {संख्या, größe, 名, col·w, _ü, }), format!("{{0}}{col·w:0>+0?} {名:.col·w$?}\"{col·w }.")),
        (Box::new(Unicode::V51 {संख्या, größe, 名, col·w, _ü, }), format!(" {स\u{902}ख\u{94d}या:x<0col·w$.e}{größe :0col·w$?}}}")),
        (Box::new(Unicode::V52 {संख्या, größe, 名, col·w, _ü, }), format!("\"{_ü :.^_ü$}}}")),
        (Box::new(Unicode::V53 {संख्या, größe, 名, col·w, _ü, }), format!("no {größe :>._ü$E}é: {größe:}>012e}")),
        (Box::new(Unicode::V54 {संख्या, größe, 名, col·w, _ü, }), format!("{{0}}{col·w}{col·w:^+#.1?}{{{स\u{902}ख\u{94d}या:#0b }{{id}}")),
        (Box::new(Unicode::V55 {संख्या, größe, 名, col·w, _ü, }), format!("{größe:-01}}}{_ü:^#col·w$.1X?}")),
        (Box::new(Unicode::V56 {संख्या, größe, 名, col·w, _ü, }), format!("{स\u{902}ख\u{94d}या}}}{größe:<^12.12E }é: {स\u{902}ख\u{94d}या:$>#E }{{id}}")),
        (Box::new(Unicode::V57 {संख्या, größe, 名, col·w, _ü, }), format!("}}{größe}{{{名 }{col·w }}}")),
        (Box::new(Unicode::V58 {संख्या, größe, 名, col·w, _ü, }), format!("}}{名}{{id}}")),
        (Box::new(Unicode::V59 {संख्या, größe, 名, col·w, _ü, }), format!("é: {名 }{{{größe}{{0}}{col·w:^col·w$._ü$x}{{id}}")),
        (Box::new(Unicode::V60 {संख्या, größe, 名, col·w, _ü, }), format!("é: {स\u{902}ख\u{94d}या:-#012.E}{col·w:#0e}no {col·w: >#_ü$.col·w$}.")),
        (Box::new(Unicode::V61 {संख्या, größe, 名, col·w, _ü, }), format!("\"{größe:+12 }}}")),
        (Box::new(Unicode::V62 {संख्या, größe, 名, col·w, _ü, }), format!(" {名:1.col·w$?}{{id}}")),
        (Box::new(Unicode::V63 {संख्या, größe, 名, col·w, _ü, }), format!("é: {名 :-col·w$}")),
        (Box::new(Unicode::V64 {संख्या, größe, 名, col·w, _ü, }), format!("\"{स\u{902}ख\u{94d}या:-0_ü$b }.")),
        (Box::new(Unicode::V65 {संख्या, größe, 名, col·w, _ü, }), format!("é: {名:>+#12}")),
        (Box::new(Unicode::V66 {संख्या, größe, 名, col·w, _ü, }), format!("é: {स\u{902}ख\u{94d}या}{{{größe}}}")),
        (Box::new(Unicode::V67 {संख्या, größe, 名, col·w, _ü, }), format!("}}{größe:+1E}no {स\u{902}ख\u{94d}या}no {名:01.12 }")),
        (Box::new(Unicode::V68 {संख्या, größe, 名, col·w, _ü, }), format!("{{0}}{größe:<12 }{{id}}")),
        (Box::new(Unicode::V69 {संख्या, größe, 名, col·w, _ü, }), format!("${名:—^-1?}{{id}}")),
        (Box::new(Unicode::V70 {संख्या, größe, 名, col·w, _ü, }), format!("{{0}}{名:-0_ü$ }.")),
        (Box::new(Unicode::V71 {संख्या, größe, 名, col·w, _ü, }), format!("${_ü:?>-1?}")),
        (Box::new(Unicode::V72 {संख्या, größe, 名, col·w, _ü, }), format!("é: {_ü:._ü$X}")),
        (Box::new(Unicode::V73 {संख्या, größe, 名, col·w, _ü, }), format!("no {col·w:^#5E}\"{स\u{902}ख\u{94d}या:+#_ü$X?}é: {स\u{902}ख\u{94d}या }}}")),
        (Box::new(Unicode::V74 {संख्या, größe, 名, col·w, _ü, }), format!("}}{col·w:—^05x}\"{col·w:.^05.b }.")),
        (Box::new(Unicode::V75 {संख्या, größe, 名, col·w, _ü, }), format!("no {größe:0_ü$.E}é: {名}}}{स\u{902}ख\u{94d}या}.")),
        (Box::new(Unicode::V76 {संख्या, größe, 名, col·w, _ü, }), format!("é: {größe:<<col·w$E}é: {col·w:^_ü$o}}}")),
        (Box::new(Unicode::V77 {संख्या, größe, 名, col·w, _ü, }), format!("{_ü:+01.5x?}}}{स\u{902}ख\u{94d}या:^-e}{{0}}{_ü }.")),
        (Box::new(Unicode::V78 {संख्या, größe, 名, col·w, _ü, }), format!("{{{_ü}}}")),
        (Box::new(Unicode::V79 {संख्या, größe, 名, col·w, _ü, }), format!("no {_ü }")),
        (Box::new(Unicode::V80 {संख्या, größe, 名, col·w, _ü, }), format!("}}{_ü:>#1x}")),
        (Box::new(Unicode::V81 {संख्या, größe, 名, col·w, _ü, }), format!("${col·w : >#_ü$.? }")),
        (Box::new(Unicode::V82 {संख्या, größe, 名, col·w, _ü, }), format!("{{0}}{名 :<}{名:-12.col·w$}\"{größe:^-#_ü$?}}}")),
        (Box::new(Unicode::V83 {संख्या, größe, 名, col·w, _ü, }), format!("${col·w}${_ü:>}")),
        (Box::new(Unicode::V84 {संख्या, größe, 名, col·w, _ü, }), format!("\"{स\u{902}ख\u{94d}या:.o}{{0}}{_ü}}}{名}{{id}}")),
        (Box::new(Unicode::V85 {संख्या, größe, 名, col·w, _ü, }), format!(" {col·w:#012}\"{_ü} {col·w :0X?}{{id}}")),
        (Box::new(Unicode::V86 {संख्या, größe, 名, col·w, _ü, }), format!("{_ü :>01}{{id}}")),
        (Box::new(Unicode::V87 {संख्या, größe, 名, col·w, _ü, }), format!(" {_ü:0X?}")),
        (Box::new(Unicode::V88 {संख्या, größe, 名, col·w, _ü, }), format!(" {स\u{902}ख\u{94d}या:{<-1 }{{{col·w:$>-1x?}{{id}}")),
        (Box::new(Unicode::V89 {संख्या, größe, 名, col·w, _ü, }), format!("{{{_ü}no {größe:0^+col·w$?} {col·w:x<+0col·w$e }")),
        (Box::new(Unicode::V90 {संख्या, größe, 名, col·w, _ü, }), format!("no {col·w:^05x? }}}{col·w }{{0}}{名:0>12.5?}")),
        (Box::new(Unicode::V91 {संख्या, größe, 名, col·w, _ü, }), format!("${स\u{902}ख\u{94d}या:_ü$}no {_ü:^+0col·w$e}}}{स\u{902}ख\u{94d}या }}}")),
        (Box::new(Unicode::V92 {संख्या, größe, 名, col·w, _ü, }), format!(" {स\u{902}ख\u{94d}या:.>- }{{0}}{स\u{902}ख\u{94d}या:12}{{id}}")),
        (Box::new(Unicode::V93 {संख्या, größe, 名, col·w, _ü, }), format!("{col·w:+col·w$.x}no {名:<<#05}")),
        (Box::new(Unicode::V94 {संख्या, größe, 名, col·w, _ü, }), format!(" {col·w:+#X}}}{col·w}}}")),
        (Box::new(Unicode::V95 {संख्या, größe, 名, col·w, _ü, }), format!("${स\u{902}ख\u{94d}या:>0_ü$b}${größe}{{0}}{स\u{902}ख\u{94d}या:+_ü$x?}")),
        (Box::new(Unicode::V96 {संख्या, größe, 名, col·w, _ü, }), format!("no {स\u{902}ख\u{94d}या:#05X}é: {größe: >+0_ü$}}}{größe }}}")),
        (Box::new(Unicode::V97 {संख्या, größe, 名, col·w, _ü, }), format!("{{{größe:>#.12?}é: {名:^12._ü$}}}")),
        (Box::new(Unicode::V98 {संख्या, größe, 名, col·w, _ü, }), format!("}}{名:+#?}\"{स\u{902}ख\u{94d}या:-#12}")),
        (Box::new(Unicode::V99 {संख्या, größe, 名, col·w, _ü, }), format!("{{{größe}${_ü:?>012o }{{id}}")),
    ]
}

#[derive(Debug, httperr::HttpError)]
pub enum Raw {
    #[http(404, detail = "é: {in:>#01o}é: {in:>b}{{id}}")]
    V0{r#type: &'static str, r#fn: u64, r#as: f64, r#in: usize, },
    #[http(404, detail = "{type }é: {as :#}é: {fn}")]
    V1{r#type: &'static str, r#fn: u64, r#as: f64, r#in: usize, },
    #[http(404, detail = "{{{fn:in$.12x}é: {type:x>in$}.")]
    V2{r#type: &'static str, r#fn: u64, r#as: f64, r#in: usize, },
    #[http(404, detail = "${fn:-.1x?}.")]
    V3{r#type: &'static str, r#fn: u64, r#as: f64, r#in: usize, },
    #[http(404, detail = "{{{as:<<#?}}}{fn:.1x}")]
    V4{r#type: &'static str, r#fn: u64, r#as: f64, r#in: usize, },
    #[http(404, detail = "\"{as}}}")]
    V5{r#type: &'static str, r#fn: u64, r#as: f64, r#in: usize, },
    #[http(404, detail = " {fn:#12b}{{id}}")]
    V6{r#type: &'static str, r#fn: u64, r#as: f64, r#in: usize, },
    #[http(404, detail = "${in:x>012}é: {fn}\"{as:0.}{{id}}")]
    V7{r#type: &'static str, r#fn: u64, r#as: f64, r#in: usize, },
    #[http(404, detail = "${as:<012E}}}")]
    V8{r#type: &'static str, r#fn: u64, r#as: f64, r#in: usize, },
    #[http(404, detail = "{{{as:-#0}{{{as:in$E } {as :}^#5?}}}")]
    V9{r#type: &'static str, r#fn: u64, r#as: f64, r#in: usize, },
    #[http(404, detail = "{{0}}{as }.")]
    V10{r#type: &'static str, r#fn: u64, r#as: f64, r#in: usize, },
    #[http(404, detail = "no {type}é: {fn:$<X}.")]
    V11{r#type: &'static str, r#fn: u64, r#as: f64, r#in: usize, },
    #[http(404, detail = "}}{in}")]
    V12{r#type: &'static str, r#fn: u64, r#as: f64, r#in: usize, },
    #[http(404, detail = "é: {in:}>-#0in$.1o}${fn}}}")]
    V13{r#type: &'static str, r#fn: u64, r#as: f64, r#in: usize, },
    #[http(404, detail = "}}{as:0E}")]
    V14{r#type: &'static str, r#fn: u64, r#as: f64, r#in: usize, },
    #[http(404, detail = "}}{fn: >.o}{{id}}")]
    V15{r#type: &'static str, r#fn: u64, r#as: f64, r#in: usize, },
    #[http(404, detail = "\"{fn} {as}{as:<}{{id}}")]
    V16{r#type: &'static str, r#fn: u64, r#as: f64, r#in: usize, },
    #[http(404, detail = "{fn:<+012x?}{fn:<5x}")]
    V17{r#type: &'static str, r#fn: u64, r#as: f64, r#in: usize, },
    #[http(404, detail = "é: {fn:-012b}no {as }${in:#12}}}")]
    V18{r#type: &'static str, r#fn: u64, r#as: f64, r#in: usize, },
    #[http(404, detail = "no {in:}^0}.")]
    V19{r#type: &'static str, r#fn: u64, r#as: f64, r#in: usize, },
    #[http(404, detail = "{{0}}{fn}${in }}}")]
    V20{r#type: &'static str, r#fn: u64, r#as: f64, r#in: usize, },
    #[http(404, detail = "\"{type}{as}{{id}}")]
    V21{r#type: &'static str, r#fn: u64, r#as: f64, r#in: usize, },
    #[http(404, detail = "{{{as:^-.1e}${type:^12}")]
    V22{r#type: &'static str, r#fn: u64, r#as: f64, r#in: usize, },
    #[http(404, detail = " {in:*<-01b}}}{as }{{id}}")]
    V23{r#type: &'static str, r#fn: u64, r#as: f64, r#in: usize, },
    #[http(404, detail = "é: {type:0^-0in$.in$}")]
    V24{r#type: &'static str, r#fn: u64, r#as: f64, r#in: usize, },
    #[http(404, detail = "é: {as:$<#5E}\"{fn:*^in$x?}{{id}}")]
    V25{r#type: &'static str, r#fn: u64, r#as: f64, r#in: usize, },
    #[http(404, detail = "\"{as:^#05}}}")]
    V26{r#type: &'static str, r#fn: u64, r#as: f64, r#in: usize, },
    #[http(404, detail = "{as}\"{in:in$X?}\"{type:<>-in$}}}")]
    V27{r#type: &'static str, r#fn: u64, r#as: f64, r#in: usize, },
    #[http(404, detail = "no {type:<1?}.")]
    V28{r#type: &'static str, r#fn: u64, r#as: f64, r#in: usize, },
    #[http(404, detail = "{{0}}{as:0in$.12?}}}")]
    V29{r#type: &'static str, r#fn: u64, r#as: f64, r#in: usize, },
    #[http(404, detail = "{{{type}{{0}}{type:^+0in$.12}.")]
    V30{r#type: &'static str, r#fn: u64, r#as: f64, r#in: usize, },
    #[http(404, detail = "{as:-#in$.E}{fn}}}")]
    V31{r#type: &'static str, r#fn: u64, r#as: f64, r#in: usize, },
    #[http(404, detail = "no {in:x^#.12X?}é: {in}")]
    V32{r#type: &'static str, r#fn: u64, r#as: f64, r#in: usize, },
    #[http(404, detail = "\"{type:>#}{type}")]
    V33{r#type: &'static str, r#fn: u64, r#as: f64, r#in: usize, },
    #[http(404, detail = "é: {as:<in$}}}")]
    V34{r#type: &'static str, r#fn: u64, r#as: f64, r#in: usize, },
    #[http(404, detail = "é: {in:+b}")]
    V35{r#type: &'static str, r#fn: u64, r#as: f64, r#in: usize, },
    #[http(404, detail = "{{{type:^+#}{{id}}")]
    V36{r#type: &'static str, r#fn: u64, r#as: f64, r#in: usize, },
    #[http(404, detail = "{{{fn :}>+in$X}}}")]
    V37{r#type: &'static str, r#fn: u64, r#as: f64, r#in: usize, },
    #[http(404, detail = "{as:—>#1 }no {fn:+in$} {type :#in$.in$}}}")]
    V38{r#type: &'static str, r#fn: u64, r#as: f64, r#in: usize, },
    #[http(404, detail = "é: {type }.")]
    V39{r#type: &'static str, r#fn: u64, r#as: f64, r#in: usize, },
    #[http(404, detail = " {type:0in$.5}no {fn:#x}{{{fn :<+12x?}{{id}}")]
    V40{r#type: &'static str, r#fn: u64, r#as: f64, r#in: usize, },
    #[http(404, detail = "\"{type :+?}\"{fn: <-in$x} {type}.")]
    V41{r#type: &'static str, r#fn: u64, r#as: f64, r#in: usize, },
    #[http(404, detail = "no {as:+ }é: {fn:+#in$e}{{id}}")]
    V42{r#type: &'static str, r#fn: u64, r#as: f64, r#in: usize, },
    #[http(404, detail = " {in:+0in$e} {in :#in$X} {type}.")]
    V43{r#type: &'static str, r#fn: u64, r#as: f64, r#in: usize, },
    #[http(404, detail = "{{{type:-0} {type}{{{fn }")]
    V44{r#type: &'static str, r#fn: u64, r#as: f64, r#in: usize, },
    #[http(404, detail = "é: {type:?}{fn:.in$?}{{id}}")]
    V45{r#type: &'static str, r#fn: u64, r#as: f64, r#in: usize, },
    #[http(404, detail = "{{0}}{in}{{id}}")]
    V46{r#type: &'static str, r#fn: u64, r#as: f64, r#in: usize, },
    #[http(404, detail = "é: {in:^12e}${as}}}{as:+in$}.")]
    V47{r#type: &'static str, r#fn: u64, r#as: f64, r#in: usize, },
    #[http(404, detail = "{{0}}{fn :$^0in$.in$o}}}")]
    V48{r#type: &'static str, r#fn: u64, r#as: f64, r#in: usize, },
    #[http(404, detail = "}}{as}.")]
    V49{r#type: &'static str, r#fn: u64, r#as: f64, r#in: usize, },
    #[http(404, detail = " {fn:1.in$ }é: {as}")]
    V50{r#type: &'static str, r#fn: u64, r#as: f64, r#in: usize, },
    #[http(404, detail = "{{0}}{fn :.E}\"{fn:—<.x}.")]
    V51{r#type: &'static str, r#fn: u64, r#as: f64, r#in: usize, },
    #[http(404, detail = "\"{as:>#0in$ }.")]
    V52{r#type: &'static str, r#fn: u64, r#as: f64, r#in: usize, },
    #[http(404, detail = "é: {fn:.} {type:<-012}é: {in}{{id}}")]
    V53{r#type: &'static str, r#fn: u64, r#as: f64, r#in: usize, },
    #[http(404, detail = "}}{in:^-.}{as:#e}{{id}}")]
    V54{r#type: &'static str, r#fn: u64, r#as: f64, r#in: usize, },
    #[http(404, detail = "{as:>+in$}{{id}}")]
    V55{r#type: &'static str, r#fn: u64, r#as: f64, r#in: usize, },
    #[http(404, detail = "${in:?<+e } {type:-#1}no {fn :?>+0in$?}}}")]
    V56{r#type: &'static str, r#fn: u64, r#as: f64, r#in: usize, },
    #[http(404, detail = "no {as }${in:in$e}.")]
    V57{r#type: &'static str, r#fn: u64, r#as: f64, r#in: usize, },
    #[http(404, detail = "é: {as:+0in$.5}")]
    V58{r#type: &'static str, r#fn: u64, r#as: f64, r#in: usize, },
    #[http(404, detail = "{in:?>#5.in$X?}{as:#0in$.in$}${as:x<.12E}.")]
    V59{r#type: &'static str, r#fn: u64, r#as: f64, r#in: usize, },
    #[http(404, detail = "\"{in:12}\"{type:>5}{{{fn}{{id}}")]
    V60{r#type: &'static str, r#fn: u64, r#as: f64, r#in: usize, },
    #[http(404, detail = "no {as }.")]
    V61{r#type: &'static str, r#fn: u64, r#as: f64, r#in: usize, },
    #[http(404, detail = "\"{fn}no {type:^.in$?}}}")]
    V62{r#type: &'static str, r#fn: u64, r#as: f64, r#in: usize, },
    #[http(404, detail = " {fn}}}")]
    V63{r#type: &'static str, r#fn: u64, r#as: f64, r#in: usize, },
    #[http(404, detail = "{{{in:^#0in$?}${in :—^in$o}.")]
    V64{r#type: &'static str, r#fn: u64, r#as: f64, r#in: usize, },
    #[http(404, detail = "}}{in:?<+#1e } {as:0}{{id}}")]
    V65{r#type: &'static str, r#fn: u64, r#as: f64, r#in: usize, },
    #[http(404, detail = "${as: }}}{in :5b}.")]
    V66{r#type: &'static str, r#fn: u64, r#as: f64, r#in: usize, },
    #[http(404, detail = "{{0}}{in :01x?}}}{as:-#0in$? }no {fn:.12o }{{id}}")]
    V67{r#type: &'static str, r#fn: u64, r#as: f64, r#in: usize, },
    #[http(404, detail = "no {type}{{0}}{in:+#}")]
    V68{r#type: &'static str, r#fn: u64, r#as: f64, r#in: usize, },
    #[http(404, detail = "{{{as :<<012?}")]
    V69{r#type: &'static str, r#fn: u64, r#as: f64, r#in: usize, },
    #[http(404, detail = "\"{in:}<b}${as:-0}{{0}}{as:<+0in$?}")]
    V70{r#type: &'static str, r#fn: u64, r#as: f64, r#in: usize, },
    #[http(404, detail = "é: {type:-in$.}{{id}}")]
    V71{r#type: &'static str, r#fn: u64, r#as: f64, r#in: usize, },
    #[http(404, detail = "\"{type}{type :>-?}.")]
    V72{r#type: &'static str, r#fn: u64, r#as: f64, r#in: usize, },
    #[http(404, detail = "}}{type :12.?}\"{fn}.")]
    V73{r#type: &'static str, r#fn: u64, r#as: f64, r#in: usize, },
    #[http(404, detail = "\"{fn:#1E}no {as:12}{{id}}")]
    V74{r#type: &'static str, r#fn: u64, r#as: f64, r#in: usize, },
    #[http(404, detail = "\"{in}no {type:-?}}}")]
    V75{r#type: &'static str, r#fn: u64, r#as: f64, r#in: usize, },
    #[http(404, detail = "{{0}}{in:+x?}no {as :0in$.E}{in:^0X?}")]
    V76{r#type: &'static str, r#fn: u64, r#as: f64, r#in: usize, },
    #[http(404, detail = " {fn:+in$.?}{{id}}")]
    V77{r#type: &'static str, r#fn: u64, r#as: f64, r#in: usize, },
    #[http(404, detail = "}}{fn:E}{{0}}{type}}}")]
    V78{r#type: &'static str, r#fn: u64, r#as: f64, r#in: usize, },
    #[http(404, detail = "${type :<-in$?}${in:}}}")]
    V79{r#type: &'static str, r#fn: u64, r#as: f64, r#in: usize, },
    #[http(404, detail = "é: {in }${fn:#12?}é: {as:<e}.")]
    V80{r#type: &'static str, r#fn: u64, r#as: f64, r#in: usize, },
    #[http(404, detail = "\"{type:-#1.in$} {type :.<+05?}\"{in}{{id}}")]
    V81{r#type: &'static str, r#fn: u64, r#as: f64, r#in: usize, },
    #[http(404, detail = "no {in :.? }{{id}}")]
    V82{r#type: &'static str, r#fn: u64, r#as: f64, r#in: usize, },
    #[http(404, detail = "{{0}}{as:-#0in$.in$E }{{{type :-1.12}{{id}}")]
    V83{r#type: &'static str, r#fn: u64, r#as: f64, r#in: usize, },
    #[http(404, detail = "{{{type}\"{type:>+#?}{{{type:+1.1}}}")]
    V84{r#type: &'static str, r#fn: u64, r#as: f64, r#in: usize, },
    #[http(404, detail = "${fn }{{0}}{in:0.5x?}é: {in}.")]
    V85{r#type: &'static str, r#fn: u64, r#as: f64, r#in: usize, },
    #[http(404, detail = " {type:-.in$?}{{id}}")]
    V86{r#type: &'static str, r#fn: u64, r#as: f64, r#in: usize, },
    #[http(404, detail = "}}{as:>-1e}\"{fn:^+012X}")]
    V87{r#type: &'static str, r#fn: u64, r#as: f64, r#in: usize, },
    #[http(404, detail = "{type :in$}{{{in:x^01x}é: {type:^in$?}")]
    V88{r#type: &'static str, r#fn: u64, r#as: f64, r#in: usize, },
    #[http(404, detail = "\"{as}\"{fn:-01.}é: {fn:.^+0in$.E}")]
    V89{r#type: &'static str, r#fn: u64, r#as: f64, r#in: usize, },
    #[http(404, detail = "{fn:#05E}.")]
    V90{r#type: &'static str, r#fn: u64, r#as: f64, r#in: usize, },
    #[http(404, detail = "${type :^.1}{{0}}{as:0in$.in$? }}}")]
    V91{r#type: &'static str, r#fn: u64, r#as: f64, r#in: usize, },
    #[http(404, detail = " {type:*^in$.12?}{{0}}{in:<0.12?}\"{as:+#05}")]
    V92{r#type: &'static str, r#fn: u64, r#as: f64, r#in: usize, },
    #[http(404, detail = "${type }}}")]
    V93{r#type: &'static str, r#fn: u64, r#as: f64, r#in: usize, },
    #[http(404, detail = "{type:-#0}}}{in:0in$.5?}")]
    V94{r#type: &'static str, r#fn: u64, r#as: f64, r#in: usize, },
    #[http(404, detail = "}}{in:5E}é: {type:0in$.5?}\"{in}.")]
    V95{r#type: &'static str, r#fn: u64, r#as: f64, r#in: usize, },
    #[http(404, detail = "}}{type:+.}{{id}}")]
    V96{r#type: &'static str, r#fn: u64, r#as: f64, r#in: usize, },
    #[http(404, detail = "}}{type:+0in$.12} {in:o}{{id}}")]
    V97{r#type: &'static str, r#fn: u64, r#as: f64, r#in: usize, },
    #[http(404, detail = "no {fn}no {type:-0.in$}{{{as}")]
    V98{r#type: &'static str, r#fn: u64, r#as: f64, r#in: usize, },
    #[http(404, detail = "{type:01?}}}")]
    V99{r#type: &'static str, r#fn: u64, r#as: f64, r#in: usize, },
}

pub fn raw() -> Vec<Declared> {
    let r#type: &'static str = "Zoë";
    let r#fn: u64 = 254;
    let r#as: f64 = -1.625;
    let r#in: usize = 7;
    vec![
        (Box::new(Raw::V0 {r#type, r#fn, r#as, r#in, }), format!("é: {in:>#01o}é: {in:>b}{{id}}")),
        (Box::new(Raw::V1 {r#type, r#fn, r#as, r#in, }), format!("{type }é: {as :#}é: {fn}")),
        (Box::new(Raw::V2 {r#type, r#fn, r#as, r#in, }), format!("{{{fn:in$.12x}é: {type:x>in$}.")),
        (Box::new(Raw::V3 {r#type, r#fn, r#as, r#in, }), format!("${fn:-.1x?}.")),
        (Box::new(Raw::V4 {r#type, r#fn, r#as, r#in, }), format!("{{{as:<<#?}}}{fn:.1x}")),
        (Box::new(Raw::V5 {r#type, r#fn, r#as, r#in, }), format!("\"{as}}}")),
        (Box::new(Raw::V6 {r#type, r#fn, r#as, r#in, }), format!(" {fn:#12b}{{id}}")),
        (Box::new(Raw::V7 {r#type, r#fn, r#as, r#in, }), format!("${in:x>012}é: {fn}\"{as:0.}{{id}}")),
        (Box::new(Raw::V8 {r#type, r#fn, r#as, r#in, }), format!("${as:<012E}}}")),
        (Box::new(Raw::V9 {r#type, r#fn, r#as, r#in, }), format!("{{{as:-#0}{{{as:in$E } {as :}^#5?}}}")),
        (Box::new(Raw::V10 {r#type, r#fn, r#as, r#in, }), format!("{{0}}{as }.")),
        (Box::new(Raw::V11 {r#type, r#fn, r#as, r#in, }), format!("no {type}é: {fn:$<X}.")),
        (Box::new(Raw::V12 {r#type, r#fn, r#as, r#in, }), format!("}}{in}")),
        (Box::new(Raw::V13 {r#type, r#fn, r#as, r#in, }), format!("é: {in:}>-#0in$.1o}${fn}}}")),
        (Box::new(Raw::V14 {r#type, r#fn, r#as, r#in, }), format!("}}{as:0E}")),
        (Box::new(Raw::V15 {r#type, r#fn, r#as, r#in, }), format!("}}{fn: >.o}{{id}}")),
        (Box::new(Raw::V16 {r#type, r#fn, r#as, r#in, }), format!("\"{fn} {as}{as:<}{{id}}")),
        (Box::new(Raw::V17 {r#type, r#fn, r#as, r#in, }), format!("{fn:<+012x?}{fn:<5x}")),
        (Box::new(Raw::V18 {r#type, r#fn, r#as, r#in, }), format!("é: {fn:-012b}no {as }${in:#12}}}")),
        (Box::new(Raw::V19 {r#type, r#fn, r#as, r#in, }), format!("no {in:}^0}.")),
        (Box::new(Raw::V20 {r#type, r#fn, r#as, r#in, }), format!("{{0}}{fn}${in }}}")),
        (Box::new(Raw::V21 {r#type, r#fn, r#as, r#in, }), format!("\"{type}{as}{{id}}")),
        (Box::new(Raw::V22 {r#type, r#fn, r#as, r#in, }), format!("{{{as:^-.1e}${type:^12}")),
        (Box::new(Raw::V23 {r#type, r#fn, r#as, r#in, }), format!(" {in:*<-01b}}}{as }{{id}}")),
        (Box::new(Raw::V24 {r#type, r#fn, r#as, r#in, }), format!("é: {type:0^-0in$.in$}")),
        (Box::new(Raw::V25 {r#type, r#fn, r#as, r#in, }), format!("é: {as:$<#5E}\"{fn:*^in$x?}{{id}}")),
        (Box::new(Raw::V26 {r#type, r#fn, r#as, r#in, }), format!("\"{as:^#05}}}")),
        (Box::new(Raw::V27 {r#type, r#fn, r#as, r#in, }), format!("{as}\"{in:in$X?}\"{type:<>-in$}}}")),
        (Box::new(Raw::V28 {r#type, r#fn, r#as, r#in, }), format!("no {type:<1?}.")),
        (Box::new(Raw::V29 {r#type, r#fn, r#as, r#in, }), format!("{{0}}{as:0in$.12?}}}")),
        (Box::new(Raw::V30 {r#type, r#fn, r#as, r#in, }), format!("{{{type}{{0}}{type:^+0in$.12}.")),
        (Box::new(Raw::V31 {r#type, r#fn, r#as, r#in, }), format!("{as:-#in$.E}{fn}}}")),
        (Box::new(Raw::V32 {r#type, r#fn, r#as, r#in, }), format!("no {in:x^#.12X?}é: {in}")),
        (Box::new(Raw::V33 {r#type, r#fn, r#as, r#in, }), format!("\"{type:>#}{type}")),
        (Box::new(Raw::V34 {r#type, r#fn, r#as, r#in, }), format!("é: {as:<in$}}}")),
        (Box::new(Raw::V35 {r#type, r#fn, r#as, r#in, }), format!("é: {in:+b}")),
        (Box::new(Raw::V36 {r#type, r#fn, r#as, r#in, }), format!("{{{type:^+#}{{id}}")),
        (Box::new(Raw::V37 {r#type, r#fn, r#as, r#in, }), format!("{{{fn :}>+in$X}}}")),
        (Box::new(Raw::V38 {r#type, r#fn, r#as, r#in, }), format!("{as:—>#1 }no {fn:+in$} {type :#in$.in$}}}")),
        (Box::new(Raw::V39 {r#type, r#fn, r#as, r#in, }), format!("é: {type }.")),
        (Box::new(Raw::V40 {r#type, r#fn, r#as, r#in, }), format!(" {type:0in$.5}no {fn:#x}{{{fn :<+12x?}{{id}}")),
        (Box::new(Raw::V41 {r#type, r#fn, r#as, r#in, }), format!("\"{type :+?}\"{fn: <-in$x} {type}.")),
        (Box::new(Raw::V42 {r#type, r#fn, r#as, r#in, }), format!("no {as:+ }é: {fn:+#in$e}{{id}}")),
        (Box::new(Raw::V43 {r#type, r#fn, r#as, r#in, }), format!(" {in:+0in$e} {in :#in$X} {type}.")),
        (Box::new(Raw::V44 {r#type, r#fn, r#as, r#in, }), format!("{{{type:-0} {type}{{{fn }")),
        (Box::new(Raw::V45 {r#type, r#fn, r#as, r#in, }), format!("é: {type:?}{fn:.in$?}{{id}}")),
        (Box::new(Raw::V46 {r#type, r#fn, r#as, r#in, }), format!("{{0}}{in}{{id}}")),
        (Box::new(Raw::V47 {r#type, r#fn, r#as, r#in, }), format!("é: {in:^12e}${as}}}{as:+in$}.")),
        (Box::new(Raw::V48 {r#type, r#fn, r#as, r#in, }), format!("{{0}}{fn :$^0in$.in$o}}}")),
        (Box::new(Raw::V49 {r#type, r#fn, r#as, r#in, }), format!("}}{as}.")),
        (Box::new(Raw::V50 {r#type, r#fn, r#as, r#in, }), format!(" {fn:1.in$ }é: {as}")),
        (Box::new(Raw::V51 {r#type, r#fn, r#as, r#in, }), format!("{{0}}{fn :.E}\"{fn:—<.x}.")),
        (Box::new(Raw::V52 {r#type, r#fn, r#as, r#in, }), format!("\"{as:>#0in$ }.")),
        (Box::new(Raw::V53 {r#type, r#fn, r#as, r#in, }), format!("é: {fn:.} {type:<-012}é: {in}{{id}}")),
        (Box::new(Raw::V54 {r#type, r#fn, r#as, r#in, }), format!("}}{in:^-.}{as:#e}{{id}}")),
        (Box::new(Raw::V55 {r#type, r#fn, r#as, r#in, }), format!("{as:>+in$}{{id}}")),
        (Box::new(Raw::V56 {r#type, r#fn, r#as, r#in, }), format!("${in:?<+e } {type:-#1}no {fn :?>+0in$?}}}")),
        (Box::new(Raw::V57 {r#type, r#fn, r#as, r#in, }), format!("no {as }${in:in$e}.")),
        (Box::new(Raw::V58 {r#type, r#fn, r#as, r#in, }), format!("é: {as:+0in$.5}")),
        (Box::new(Raw::V59 {r#type, r#fn, r#as, r#in, }), format!("{in:?>#5.in$X?}{as:#0in$.in$}${as:x<.12E}.")),
        (Box::new(Raw::V60 {r#type, r#fn, r#as, r#in, }), format!("\"{in:12}\"{type:>5}{{{fn}{{id}}")),
        (Box::new(Raw::V61 {r#type, r#fn, r#as, r#in, }), format!("no {as }.")),
        (Box::new(Raw::V62 {r#type, r#fn, r#as, r#in, }), format!("\"{fn}no {type:^.in$?}}}")),
        (Box::new(Raw::V63 {r#type, r#fn, r#as, r#in, }), format!(" {fn}}}")),
        (Box::new(Raw::V64 {r#type, r#fn, r#as, r#in, }), format!("{{{in:^#0in$?}${in :—^in$o}.")),
        (Box::new(Raw::V65 {r#type, r#fn, r#as, r#in, }), format!("}}{in:?<+#1e } {as:0}{{id}}")),
        (Box::new(Raw::V66 {r#type, r#fn, r#as, r#in, }), format!("${as: }}}{in :5b}.")),
        (Box::new(Raw::V67 {r#type, r#fn, r#as, r#in, }), format!("{{0}}{in :01x?}}}{as:-#0in$? }no {fn:.12o }{{id}}")),
        (Box::new(Raw::V68 {r#type, r#fn, r#as, r#in, }), format!("no {type}{{0}}{in:+#}")),
        (Box::new(Raw::V69 {r#type, r#fn, r#as, r#in, }), format!("{{{as :<<012?}")),
        (Box::new(Raw::V70 {r#type, r#fn, r#as, r#in, }), format!("\"{in:}<b}${as:-0}{{0}}{as:<+0in$?}")),
        (Box::new(Raw::V71 {r#type, r#fn, r#as, r#in, }), format!("é: {type:-in$.}{{id}}")),
        (Box::new(Raw::V72 {r#type, r#fn, r#as, r#in, }), format!("\"{type}{type :>-?}.")),
        (Box::new(Raw::V73 {r#type, r#fn, r#as, r#in, }), format!("}}{type :12.?}\"{fn}.")),
        (Box::new(Raw::V74 {r#type, r#fn, r#as, r#in, }), format!("\"{fn:#1E}no {as:12}{{id}}")),
        (Box::new(Raw::V75 {r#type, r#fn, r#as, r#in, }), format!("\"{in}no {type:-?}}}")),
        (Box::new(Raw::V76 {r#type, r#fn, r#as, r#in, }), format!("{{0}}{in:+x?}no {as :0in$.E}{in:^0X?}")),
        (Box::new(Raw::V77 {r#type, r#fn, r#as, r#in, }), format!(" {fn:+in$.?}{{id}}")),
        (Box::new(Raw::V78 {r#type, r#fn, r#as, r#in, }), format!("}}{fn:E}{{0}}{type}}}")),
        (Box::new(Raw::V79 {r#type, r#fn, r#as, r#in, }), format!("${type :<-in$?}${in:}}}")),
        (Box::new(Raw::V80 {r#type, r#fn, r#as, r#in, }), format!("é: {in }${fn:#12?}é: {as:<e}.")),
        (Box::new(Raw::V81 {r#type, r#fn, r#as, r#in, }), format!("\"{type:-#1.in$} {type :.<+05?}\"{in}{{id}}")),
        (Box::new(Raw::V82 {r#type, r#fn, r#as, r#in, }), format!("no {in :.? }{{id}}")),
        (Box::new(Raw::V83 {r#type, r#fn, r#as, r#in, }), format!("{{0}}{as:-#0in$.in$E }{{{type :-1.12}{{id}}")),
        (Box::new(Raw::V84 {r#type, r#fn, r#as, r#in, }), format!("{{{type}\"{type:>+#?}{{{type:+1.1}}}")),
        (Box::new(Raw::V85 {r#type, r#fn, r#as, r#in, }), format!("${fn }{{0}}{in:0.5x?}é: {in}.")),
        (Box::new(Raw::V86 {r#type, r#fn, r#as, r#in, }), format!(" {type:-.in$?}{{id}}")),
        (Box::new(Raw::V87 {r#type, r#fn, r#as, r#in, }), format!("}}{as:>-1e}\"{fn:^+012X}")),
        (Box::new(Raw::V88 {r#type, r#fn, r#as, r#in, }), format!("{type :in$}{{{in:x^01x}é: {type:^in$?}")),
        (Box::new(Raw::V89 {r#type, r#fn, r#as, r#in, }), format!("\"{as}\"{fn:-01.}é: {fn:.^+0in$.E}")),
        (Box::new(Raw::V90 {r#type, r#fn, r#as, r#in, }), format!("{fn:#05E}.")),
        (Box::new(Raw::V91 {r#type, r#fn, r#as, r#in, }), format!("${type :^.1}{{0}}{as:0in$.in$? }}}")),
        (Box::new(Raw::V92 {r#type, r#fn, r#as, r#in, }), format!(" {type:*^in$.12?}{{0}}{in:<0.12?}\"{as:+#05}")),
        (Box::new(Raw::V93 {r#type, r#fn, r#as, r#in, }), format!("${type }}}")),
        (Box::new(Raw::V94 {r#type, r#fn, r#as, r#in, }), format!("{type:-#0}}}{in:0in$.5?}")),
        (Box::new(Raw::V95 {r#type, r#fn, r#as, r#in, }), format!("}}{in:5E}é: {type:0in$.5?}\"{in}.")),
        (Box::new(Raw::V96 {r#type, r#fn, r#as, r#in, }), format!("}}{type:+.}{{id}}")),
        (Box::new(Raw::V97 {r#type, r#fn, r#as, r#in, }), format!("}}{type:+0in$.12} {in:o}{{id}}")),
        (Box::new(Raw::V98 {r#type, r#fn, r#as, r#in, }), format!("no {fn}no {type:-0.in$}{{{as}")),
        (Box::new(Raw::V99 {r#type, r#fn, r#as, r#in, }), format!("{type:01?}}}")),
    ]
}

#[derive(Debug, httperr::HttpError)]
pub enum Tuple {
    #[http(404, detail = " {4}}}")]
    V0(u64, f64, &'static str, usize, usize, ),
    #[http(404, detail = "é: {4}é: {4}\"{1:-3$.4$}.")]
    V1(u64, f64, &'static str, usize, usize, ),
    #[http(404, detail = "${3:b}{2:.>-12 }.")]
    V2(u64, f64, &'static str, usize, usize, ),
    #[http(404, detail = "{{{1:*<4$?}é: {0}é: {1:0}")]
    V3(u64, f64, &'static str, usize, usize, ),
    #[http(404, detail = "{{0}}{4}\"{1:^-#3$} {4 }")]
    V4(u64, f64, &'static str, usize, usize, ),
    #[http(404, detail = "{{0}}{1} {2:+#0.4$?}{{id}}")]
    V5(u64, f64, &'static str, usize, usize, ),
    #[http(404, detail = "{4:^0b}no {3}.")]
    V6(u64, f64, &'static str, usize, usize, ),
    #[http(404, detail = " {1 }{{0}}{2: <+#3$?}\"{3:-4$x?}")]
    V7(u64, f64, &'static str, usize, usize, ),
    #[http(404, detail = "{0:>+12.4$}{1:0e}\"{3:#0?}}}")]
    V8(u64, f64, &'static str, usize, usize, ),
    #[http(404, detail = "no {2:*<4$}{{0}}{3:03$X}}}")]
    V9(u64, f64, &'static str, usize, usize, ),
    #[http(404, detail = "{4:-0b}}}")]
    V10(u64, f64, &'static str, usize, usize, ),
    #[http(404, detail = "\"{3:^04$X}.")]
    V11(u64, f64, &'static str, usize, usize, ),
    #[http(404, detail = "{4 :>+}é: {2}}}")]
    V12(u64, f64, &'static str, usize, usize, ),
    #[http(404, detail = "{{{2:>+3$?}")]
    V13(u64, f64, &'static str, usize, usize, ),
    #[http(404, detail = "${2}no {1:12E}{{id}}")]
    V14(u64, f64, &'static str, usize, usize, ),
    #[http(404, detail = "${3:.>#X}{{{1}}}{3}}}")]
    V15(u64, f64, &'static str, usize, usize, ),
    #[http(404, detail = "é: {3:1?}{2:-#}{{{2:<^+3$.4$?}")]
    V16(u64, f64, &'static str, usize, usize, ),
    #[http(404, detail = "{{0}}{2}")]
    V17(u64, f64, &'static str, usize, usize, ),
    #[http(404, detail = "{{{0:>-3$x}${3 :$>-#04$.E }no {4:-#03$e}{{id}}")]
    V18(u64, f64, &'static str, usize, usize, ),
    #[http(404, detail = "\"{2:+#0?}no {3:^+#5E}.")]
    V19(u64, f64, &'static str, usize, usize, ),
    #[http(404, detail = "${1:-e}}}{2:+}{{0}}{4:^0}}}")]
    V20(u64, f64, &'static str, usize, usize, ),
    #[http(404, detail = "${2:>04$.3$?}${3}é: {0:x>0X?}}}")]
    V21(u64, f64, &'static str, usize, usize, ),
    #[http(404, detail = "\"{1: ^.12}\"{2:01?}{{id}}")]
    V22(u64, f64, &'static str, usize, usize, ),
    #[http(404, detail = "{3: ^#o}${2:<?}{{id}}")]
    V23(u64, f64, &'static str, usize, usize, ),
    #[http(404, detail = "no {1:—<3$}}}{0:x^4$}é: {1}")]
    V24(u64, f64, &'static str, usize, usize, ),
    #[http(404, detail = " {2:0>+}.")]
    V25(u64, f64, &'static str, usize, usize, ),
    #[http(404, detail = "}}{4: ^3$.?}{{{4:#0E}.")]
    V26(u64, f64, &'static str, usize, usize, ),
    #[http(404, detail = "{0:- }{{{4:#3$X?}")]
    V27(u64, f64, &'static str, usize, usize, ),
    #[http(404, detail = " {1:<1}${1:}^+#03$}")]
    V28(u64, f64, &'static str, usize, usize, ),
    #[http(404, detail = "}}{4:+12}")]
    V29(u64, f64, &'static str, usize, usize, ),
    #[http(404, detail = "\"{4:+} {0:.<#1.5x?}.")]
    V30(u64, f64, &'static str, usize, usize, ),
    #[http(404, detail = " {4:>0.5}\"{4:+1.5X?}}}")]
    V31(u64, f64, &'static str, usize, usize, ),
    #[http(404, detail = "}}{2:+#05.}{{id}}")]
    V32(u64, f64, &'static str, usize, usize, ),
    #[http(404, detail = " {2}\"{3}${4:+#0?}")]
    V33(u64, f64, &'static str, usize, usize, ),
    #[http(404, detail = "{{0}}{4 :x?}{{0}}{0:+1x}}}{0:<3$E}.")]
    V34(u64, f64, &'static str, usize, usize, ),
    #[http(404, detail = "\"{4 :<-12.X }{2 }{{{4:1.x}")]
    V35(u64, f64, &'static str, usize, usize, ),
    #[http(404, detail = " {4 :0^#4$x} {3}.")]
    V36(u64, f64, &'static str, usize, usize, ),
    #[http(404, detail = "{{0}}{1:^#05?}}}")]
    V37(u64, f64, &'static str, usize, usize, ),
    #[http(404, detail = "{{0}}{4:—>4$.3$b}{{0}}{3:}<}é: {3 :>+#1}}}")]
    V38(u64, f64, &'static str, usize, usize, ),
    #[http(404, detail = "no {4:>-.4$}")]
    V39(u64, f64, &'static str, usize, usize, ),
    #[http(404, detail = "{2:04$.?}}}")]
    V40(u64, f64, &'static str, usize, usize, ),
    #[http(404, detail = "\"{2 :-5?} {4:4$.4$o}{{id}}")]
    V41(u64, f64, &'static str, usize, usize, ),
    #[http(404, detail = "${3:+4$.x }no {3:>#12o}${3:+e}{{id}}")]
    V42(u64, f64, &'static str, usize, usize, ),
    #[http(404, detail = "}}{3:#3$b}{{id}}")]
    V43(u64, f64, &'static str, usize, usize, ),
    #[http(404, detail = "\"{0:4$X?}}}")]
    V44(u64, f64, &'static str, usize, usize, ),
    #[http(404, detail = " {4:#E}.")]
    V45(u64, f64, &'static str, usize, usize, ),
    #[http(404, detail = "é: {1:+3$.3$}{{id}}")]
    V46(u64, f64, &'static str, usize, usize, ),
    #[http(404, detail = "no {4:0x?}{{{0 :+#3$.?}")]
    V47(u64, f64, &'static str, usize, usize, ),
    #[http(404, detail = "é: {3:03$.1b}}}")]
    V48(u64, f64, &'static str, usize, usize, ),
    #[http(404, detail = "{4:-0x }\"{4:4$x?}{{0}}{1:04$E}{{id}}")]
    V49(u64, f64, &'static str, usize, usize, ),
    #[http(404, detail = "{{{1 :^#5.E}no {0}}}")]
    V50(u64, f64, &'static str, usize, usize, ),
    #[http(404, detail = "{1:05E}{{id}}")]
    V51(u64, f64, &'static str, usize, usize, ),
    #[http(404, detail = "}}{2:#012.1}\"{4}no {1:<04$.12e}")]
    V52(u64, f64, &'static str, usize, usize, ),
    #[http(404, detail = "no {4:^012}.")]
    V53(u64, f64, &'static str, usize, usize, ),
    #[http(404, detail = "\"{4:?>#x }é: {4}.")]
    V54(u64, f64, &'static str, usize, usize, ),
    #[http(404, detail = " {3}}}")]
    V55(u64, f64, &'static str, usize, usize, ),
    #[http(404, detail = "no {3}{{{1:#05e}}}")]
    V56(u64, f64, &'static str, usize, usize, ),
    #[http(404, detail = "{{{2 :$^4$}\"{2} {4:#0.o}{{id}}")]
    V57(u64, f64, &'static str, usize, usize, ),
    #[http(404, detail = "{0:e}é: {4:+#05.x}${0:3$e }.")]
    V58(u64, f64, &'static str, usize, usize, ),
    #[http(404, detail = "{{{0 :^#03$.4$x?}{{0}}{3:?<#o}}}")]
    V59(u64, f64, &'static str, usize, usize, ),
    #[http(404, detail = " {3:}^5.12X}no {3:+}{{0}}{0:^#.3$x?}")]
    V60(u64, f64, &'static str, usize, usize, ),
    #[http(404, detail = "no {4:^+#012?}é: {1:-04$e}")]
    V61(u64, f64, &'static str, usize, usize, ),
    #[http(404, detail = "\"{0} {2:.^3$}}}")]
    V62(u64, f64, &'static str, usize, usize, ),
    #[http(404, detail = "{1:x<5.1?}")]
    V63(u64, f64, &'static str, usize, usize, ),
    #[http(404, detail = "{{{4:4$x}{{{4:0e}{{{1:-.?}{{id}}")]
    V64(u64, f64, &'static str, usize, usize, ),
    #[http(404, detail = "no {4:$^+03$ }{{id}}")]
    V65(u64, f64, &'static str, usize, usize, ),
    #[http(404, detail = "${0:0x}.")]
    V66(u64, f64, &'static str, usize, usize, ),
    #[http(404, detail = "{{{1} {1:04$.12e}{3:0.1x}{{id}}")]
    V67(u64, f64, &'static str, usize, usize, ),
    #[http(404, detail = "é: {3}no {2:04$} {2}.")]
    V68(u64, f64, &'static str, usize, usize, ),
    #[http(404, detail = "}}{3:^0}")]
    V69(u64, f64, &'static str, usize, usize, ),
    #[http(404, detail = "é: {2:-}{{0}}{3:E}no {3:0^+4$}")]
    V70(u64, f64, &'static str, usize, usize, ),
    #[http(404, detail = "\"{2 :#0}{{{3:05e}{{{2}{{id}}")]
    V71(u64, f64, &'static str, usize, usize, ),
    #[http(404, detail = " {2:+4$.1? }{{{3}é: {4 :5b}{{id}}")]
    V72(u64, f64, &'static str, usize, usize, ),
    #[http(404, detail = "{{0}}{4 :-04$X?}{4}{{id}}")]
    V73(u64, f64, &'static str, usize, usize, ),
    #[http(404, detail = "}}{4:.^-#.X?}")]
    V74(u64, f64, &'static str, usize, usize, ),
    #[http(404, detail = "}}{2:—^+}${4:—<5x }{{0}}{2:+1.3$}{{id}}")]
    V75(u64, f64, &'static str, usize, usize, ),
    #[http(404, detail = "{{0}}{1}}}")]
    V76(u64, f64, &'static str, usize, usize, ),
    #[http(404, detail = "{0:>03$b}no {3 }}}")]
    V77(u64, f64, &'static str, usize, usize, ),
    #[http(404, detail = "{{0}}{0:+4$ }{2:^}{{id}}")]
    V78(u64, f64, &'static str, usize, usize, ),
    #[http(404, detail = "é: {4:#4$.12x?}{{0}}{4}\"{4}")]
    V79(u64, f64, &'static str, usize, usize, ),
    #[http(404, detail = "\"{1:?<#12E} {2:>3$?}{3}{{id}}")]
    V80(u64, f64, &'static str, usize, usize, ),
    #[http(404, detail = "}}{3:$^+.?}{{0}}{1}{{id}}")]
    V81(u64, f64, &'static str, usize, usize, ),
    #[http(404, detail = "${0:03$X}}}")]
    V82(u64, f64, &'static str, usize, usize, ),
    #[http(404, detail = "${2 :$<-0?}{{{3:5.1?}")]
    V83(u64, f64, &'static str, usize, usize, ),
    #[http(404, detail = "${4:<+X}\"{4 }}}")]
    V84(u64, f64, &'static str, usize, usize, ),
    #[http(404, detail = "${4:x<x}\"{1:+0 }}}")]
    V85(u64, f64, &'static str, usize, usize, ),
    #[http(404, detail = "}}{4}\"{2:x>05}no {2:-.3$?}}}")]
    V86(u64, f64, &'static str, usize, usize, ),
    #[http(404, detail = "é: {4:<>#3$.12}é: {0:#1.X? }}}")]
    V87(u64, f64, &'static str, usize, usize, ),
    #[http(404, detail = "{{0}}{1:+03$? }é: {0 :-0}.")]
    V88(u64, f64, &'static str, usize, usize, ),
    #[http(404, detail = "}}{1:<<-0.4$e}}}{2: ^#3$.12}}}")]
    V89(u64, f64, &'static str, usize, usize, ),
    #[http(404, detail = "{3:-#3$}${0:4$o}{{0}}{1:-04$}")]
    V90(u64, f64, &'static str, usize, usize, ),
    #[http(404, detail = "{{{3:<+5?}${2:^-#1?}")]
    V91(u64, f64, &'static str, usize, usize, ),
    #[http(404, detail = "é: {2 }\"{0:{<#1X?}}}")]
    V92(u64, f64, &'static str, usize, usize, ),
    #[http(404, detail = "\"{2:?^.5}}}")]
    V93(u64, f64, &'static str, usize, usize, ),
    #[http(404, detail = " {1:0<-?}{2}no {1:>-.5?}.")]
    V94(u64, f64, &'static str, usize, usize, ),
    #[http(404, detail = "é: {4 }no {3}{{id}}")]
    V95(u64, f64, &'static str, usize, usize, ),
    #[http(404, detail = "}}{3:^5}{{id}}")]
    V96(u64, f64, &'static str, usize, usize, ),
    #[http(404, detail = "é: {0}{{id}}")]
    V97(u64, f64, &'static str, usize, usize, ),
    #[http(404, detail = "${3}{{id}}")]
    V98(u64, f64, &'static str, usize, usize, ),
    #[http(404, detail = "${0}{{id}}")]
    V99(u64, f64, &'static str, usize, usize, ),
}

pub fn tuple() -> Vec<Declared> {
    vec![
        (Box::new(Tuple::V0 (254, -1.625, "Zoë", 7, 7, )), format!(" {4}}}\0{0}{1}{2}{3}{4}", 254, -1.625, "Zoë", 7, 7)),
        (Box::new(Tuple::V1 (254, -1.625, "Zoë", 7, 7, )), format!("é: {4}é: {4}\"{1:-3$.4$}.\0{0}{1}{2}{3}{4}", 254, -1.625, "Zoë", 7, 7)),
        (Box::new(Tuple::V2 (254, -1.625, "Zoë", 7, 7, )), format!("${3:b}{2:.>-12 }.\0{0}{1}{2}{3}{4}", 254, -1.625, "Zoë", 7, 7)),
        (Box::new(Tuple::V3 (254, -1.625, "Zoë", 7, 7, )), format!("{{{1:*<4$?}é: {0}é: {1:0}\0{0}{1}{2}{3}{4}", 254, -1.625, "Zoë", 7, 7)),
        (Box::new(Tuple::V4 (254, -1.625, "Zoë", 7, 7, )), format!("{{0}}{4}\"{1:^-#3$} {4 }\0{0}{1}{2}{3}{4}", 254, -1.625, "Zoë", 7, 7)),
        (Box::new(Tuple::V5 (254, -1.625, "Zoë", 7, 7, )), format!("{{0}}{1} {2:+#0.4$?}{{id}}\0{0}{1}{2}{3}{4}", 254, -1.625, "Zoë", 7, 7)),
        (Box::new(Tuple::V6 (254, -1.625, "Zoë", 7, 7, )), format!("{4:^0b}no {3}.\0{0}{1}{2}{3}{4}", 254, -1.625, "Zoë", 7, 7)),
        (Box::new(Tuple::V7 (254, -1.625, "Zoë", 7, 7, )), format!(" {1 }{{0}}{2: <+#3$?}\"{3:-4$x?}\0{0}{1}{2}{3}{4}", 254, -1.625, "Zoë", 7, 7)),
        (Box::new(Tuple::V8 (254, -1.625, "Zoë", 7, 7, )), format!("{0:>+12.4$}{1:0e}\"{3:#0?}}}\0{0}{1}{2}{3}{4}", 254, -1.625, "Zoë", 7, 7)),
        (Box::new(Tuple::V9 (254, -1.625, "Zoë", 7, 7, )), format!("no {2:*<4$}{{0}}{3:03$X}}}\0{0}{1}{2}{3}{4}", 254, -1.625, "Zoë", 7, 7)),
        (Box::new(Tuple::V10 (254, -1.625, "Zoë", 7, 7, )), format!("{4:-0b}}}\0{0}{1}{2}{3}{4}", 254, -1.625, "Zoë", 7, 7)),
        (Box::new(Tuple::V11 (254, -1.625, "Zoë", 7, 7, )), format!("\"{3:^04$X}.\0{0}{1}{2}{3}{4}", 254, -1.625, "Zoë", 7, 7)),
        (Box::new(Tuple::V12 (254, -1.625, "Zoë", 7, 7, )), format!("{4 :>+}é: {2}}}\0{0}{1}{2}{3}{4}", 254, -1.625, "Zoë", 7, 7)),
        (Box::new(Tuple::V13 (254, -1.625, "Zoë", 7, 7, )), format!("{{{2:>+3$?}\0{0}{1}{2}{3}{4}", 254, -1.625, "Zoë", 7, 7)),
        (Box::new(Tuple::V14 (254, -1.625, "Zoë", 7, 7, )), format!("${2}no {1:12E}{{id}}\0{0}{1}{2}{3}{4}", 254, -1.625, "Zoë", 7, 7)),
        (Box::new(Tuple::V15 (254, -1.625, "Zoë", 7, 7, )), format!("${3:.>#X}{{{1}}}{3}}}\0{0}{1}{2}{3}{4}", 254, -1.625, "Zoë", 7, 7)),
        (Box::new(Tuple::V16 (254, -1.625, "Zoë", 7, 7, )), format!("é: {3:1?}{2:-#}{{{2:<^+3$.4$?}\0{0}{1}{2}{3}{4}", 254, -1.625, "Zoë", 7, 7)),
        (Box::new(Tuple::V17 (254, -1.625, "Zoë", 7, 7, )), format!("{{0}}{2}\0{0}{1}{2}{3}{4}", 254, -1.625, "Zoë", 7, 7)),
        (Box::new(Tuple::V18 (254, -1.625, "Zoë", 7, 7, )), format!("{{{0:>-3$x}${3 :$>-#04$.E }no {4:-#03$e}{{id}}\0{0}{1}{2}{3}{4}", 254, -1.625, "Zoë", 7, 7)),
        (Box::new(Tuple::V19 (254, -1.625, "Zoë", 7, 7, )), format!("\"{2:+#0?}no {3:^+#5E}.\0{0}{1}{2}{3}{4}", 254, -1.625, "Zoë", 7, 7)),
        (Box::new(Tuple::V20 (254, -1.625, "Zoë", 7, 7, )), format!("${1:-e}}}{2:+}{{0}}{4:^0}}}\0{0}{1}{2}{3}{4}", 254, -1.625, "Zoë", 7, 7)),
        (Box::new(Tuple::V21 (254, -1.625, "Zoë", 7, 7, )), format!("${2:>04$.3$?}${3}é: {0:x>0X?}}}\0{0}{1}{2}{3}{4}", 254, -1.625, "Zoë", 7, 7)),
        (Box::new(Tuple::V22 (254, -1.625, "Zoë", 7, 7, )), format!("\"{1: ^.12}\"{2:01?}{{id}}\0{0}{1}{2}{3}{4}", 254, -1.625, "Zoë", 7, 7)),
        (Box::new(Tuple::V23 (254, -1.625, "Zoë", 7, 7, )), format!("{3: ^#o}${2:<?}{{id}}\0{0}{1}{2}{3}{4}", 254, -1.625, "Zoë", 7, 7)),
        (Box::new(Tuple::V24 (254, -1.625, "Zoë", 7, 7, )), format!("no {1:—<3$}}}{0:x^4$}é: {1}\0{0}{1}{2}{3}{4}", 254, -1.625, "Zoë", 7, 7)),
        (Box::new(Tuple::V25 (254, -1.625, "Zoë", 7, 7, )), format!(" {2:0>+}.\0{0}{1}{2}{3}{4}", 254, -1.625, "Zoë", 7, 7)),
        (Box::new(Tuple::V26 (254, -1.625, "Zoë", 7, 7, )), format!("}}{4: ^3$.?}{{{4:#0E}.\0{0}{1}{2}{3}{4}", 254, -1.625, "Zoë", 7, 7)),
        (Box::new(Tuple::V27 (254, -1.625, "Zoë", 7, 7, )), format!("{0:- }{{{4:#3$X?}\0{0}{1}{2}{3}{4}", 254, -1.625, "Zoë", 7, 7)),
        (Box::new(Tuple::V28 (254, -1.625, "Zoë", 7, 7, )), format!(" {1:<1}${1:}^+#03$}\0{0}{1}{2}{3}{4}", 254, -1.625, "Zoë", 7, 7)),
        (Box::new(Tuple::V29 (254, -1.625, "Zoë", 7, 7, )), format!("}}{4:+12}\0{0}{1}{2}{3}{4}", 254, -1.625, "Zoë", 7, 7)),
        (Box::new(Tuple::V30 (254, -1.625, "Zoë", 7, 7, )), format!("\"{4:+} {0:.<#1.5x?}.\0{0}{1}{2}{3}{4}", 254, -1.625, "Zoë", 7, 7)),
        (Box::new(Tuple::V31 (254, -1.625, "Zoë", 7, 7, )), format!(" {4:>0.5}\"{4:+1.5X?}}}\0{0}{1}{2}{3}{4}", 254, -1.625, "Zoë", 7, 7)),
        (Box::new(Tuple::V32 (254, -1.625, "Zoë", 7, 7, )), format!("}}{2:+#05.}{{id}}\0{0}{1}{2}{3}{4}", 254, -1.625, "Zoë", 7, 7)),
        (Box::new(Tuple::V33 (254, -1.625, "Zoë", 7, 7, )), format!(" {2}\"{3}${4:+#0?}\0{0}{1}{2}{3}{4}", 254, -1.625, "Zoë", 7, 7)),
        (Box::new(Tuple::V34 (254, -1.625, "Zoë", 7, 7, )), format!("{{0}}{4 :x?}{{0}}{0:+1x}}}{0:<3$E}.\0{0}{1}{2}{3}{4}", 254, -1.625, "Zoë", 7, 7)),
        (Box::new(Tuple::V35 (254, -1.625, "Zoë", 7, 7, )), format!("\"{4 :<-12.X }{2 }{{{4:1.x}\0{0}{1}{2}{3}{4}", 254, -1.625, "Zoë", 7, 7)),
        (Box::new(Tuple::V36 (254, -1.625, "Zoë", 7, 7, )), format!(" {4 :0^#4$x} {3}.\0{0}{1}{2}{3}{4}", 254, -1.625, "Zoë", 7, 7)),
        (Box::new(Tuple::V37 (254, -1.625, "Zoë", 7, 7, )), format!("{{0}}{1:^#05?}}}\0{0}{1}{2}{3}{4}", 254, -1.625, "Zoë", 7, 7)),
        (Box::new(Tuple::V38 (254, -1.625, "Zoë", 7, 7, )), format!("{{0}}{4:—>4$.3$b}{{0}}{3:}<}é: {3 :>+#1}}}\0{0}{1}{2}{3}{4}", 254, -1.625, "Zoë", 7, 7)),
        (Box::new(Tuple::V39 (254, -1.625, "Zoë", 7, 7, )), format!("no {4:>-.4$}\0{0}{1}{2}{3}{4}", 254, -1.625, "Zoë", 7, 7)),
        (Box::new(Tuple::V40 (254, -1.625, "Zoë", 7, 7, )), format!("{2:04$.?}}}\0{0}{1}{2}{3}{4}", 254, -1.625, "Zoë", 7, 7)),
        (Box::new(Tuple::V41 (254, -1.625, "Zoë", 7, 7, )), format!("\"{2 :-5?} {4:4$.4$o}{{id}}\0{0}{1}{2}{3}{4}", 254, -1.625, "Zoë", 7, 7)),
        (Box::new(Tuple::V42 (254, -1.625, "Zoë", 7, 7, )), format!("${3:+4$.x }no {3:>#12o}${3:+e}{{id}}\0{0}{1}{2}{3}{4}", 254, -1.625, "Zoë", 7, 7)),
        (Box::new(Tuple::V43 (254, -1.625, "Zoë", 7, 7, )), format!("}}{3:#3$b}{{id}}\0{0}{1}{2}{3}{4}", 254, -1.625, "Zoë", 7, 7)),
        (Box::new(Tuple::V44 (254, -1.625, "Zoë", 7, 7, )), format!("\"{0:4$X?}}}\0{0}{1}{2}{3}{4}", 254, -1.625, "Zoë", 7, 7)),
        (Box::new(Tuple::V45 (254, -1.625, "Zoë", 7, 7, )), format!(" {4:#E}.\0{0}{1}{2}{3}{4}", 254, -1.625, "Zoë", 7, 7)),
        (Box::new(Tuple::V46 (254, -1.625, "Zoë", 7, 7, )), format!("é: {1:+3$.3$}{{id}}\0{0}{1}{2}{3}{4}", 254, -1.625, "Zoë", 7, 7)),
        (Box::new(Tuple::V47 (254, -1.625, "Zoë", 7, 7, )), format!("no {4:0x?}{{{0 :+#3$.?}\0{0}{1}{2}{3}{4}", 254, -1.625, "Zoë", 7, 7)),
        (Box::new(Tuple::V48 (254, -1.625, "Zoë", 7, 7, )), format!("é: {3:03$.1b}}}\0{0}{1}{2}{3}{4}", 254, -1.625, "Zoë", 7, 7)),
        (Box::new(Tuple::V49 (254, -1.625, "Zoë", 7, 7, )), format!("{4:-0x }\"{4:4$x?}{{0}}{1:04$E}{{id}}\0{0}{1}{2}{3}{4}", 254, -1.625, "Zoë", 7, 7)),
        (Box::new(Tuple::V50 (254, -1.625, "Zoë", 7, 7, )), format!("{{{1 :^#5.E}no {0}}}\0{0}{1}{2}{3}{4}", 254, -1.625, "Zoë", 7, 7)),
        (Box::new(Tuple::V51 (254, -1.625, "Zoë", 7, 7, )), format!("{1:05E}{{id}}\0{0}{1}{2}{3}{4}", 254, -1.625, "Zoë", 7, 7)),
        (Box::new(Tuple::V52 (254, -1.625, "Zoë", 7, 7, )), format!("}}{2:#012.1}\"{4}no {1:<04$.12e}\0{0}{1}{2}{3}{4}", 254, -1.625, "Zoë", 7, 7)),
        (Box::new(Tuple::V53 (254, -1.625, "Zoë", 7, 7, )), format!("no {4:^012}.\0{0}{1}{2}{3}{4}", 254, -1.625, "Zoë", 7, 7)),
        (Box::new(Tuple::V54 (254, -1.625, "Zoë", 7, 7, )), format!("\"{4:?>#x }é: {4}.\0{0}{1}{2}{3}{4}", 254, -1.625, "Zoë", 7, 7)),
        (Box::new(Tuple::V55 (254, -1.625, "Zoë", 7, 7, )), format!(" {3}}}\0{0}{1}{2}{3}{4}", 254, -1.625, "Zoë", 7, 7)),
        (Box::new(Tuple::V56 (254, -1.625, "Zoë", 7, 7, )), format!("no {3}{{{1:#05e}}}\0{0}{1}{2}{3}{4}", 254, -1.625, "Zoë", 7, 7)),
        (Box::new(Tuple::V57 (254, -1.625, "Zoë", 7, 7, )), format!("{{{2 :$^4$}\"{2} {4:#0.o}{{id}}\0{0}{1}{2}{3}{4}", 254, -1.625, "Zoë", 7, 7)),
        (Box::new(Tuple::V58 (254, -1.625, "Zoë", 7, 7, )), format!("{0:e}é: {4:+#05.x}${0:3$e }.\0{0}{1}{2}{3}{4}", 254, -1.625, "Zoë", 7, 7)),
        (Box::new(Tuple::V59 (254, -1.625, "Zoë", 7, 7, )), format!("{{{0 :^#03$.4$x?}{{0}}{3:?<#o}}}\0{0}{1}{2}{3}{4}", 254, -1.625, "Zoë", 7, 7)),
        (Box::new(Tuple::V60 (254, -1.625, "Zoë", 7, 7, )), format!(" {3:}^5.12X}no {3:+}{{0}}{0:^#.3$x?}\0{0}{1}{2}{3}{4}", 254, -1.625, "Zoë", 7, 7)),
        (Box::new(Tuple::V61 (254, -1.625, "Zoë", 7, 7, )), format!("no {4:^+#012?}é: {1:-04$e}\0{0}{1}{2}{3}{4}", 254, -1.625, "Zoë", 7, 7)),
        (Box::new(Tuple::V62 (254, -1.625, "Zoë", 7, 7, )), format!("\"{0} {2:.^3$}}}\0{0}{1}{2}{3}{4}", 254, -1.625, "Zoë", 7, 7)),
        (Box::new(Tuple::V63 (254, -1.625, "Zoë", 7, 7, )), format!("{1:x<5.1?}\0{0}{1}{2}{3}{4}", 254, -1.625, "Zoë", 7, 7)),
        (Box::new(Tuple::V64 (254, -1.625, "Zoë", 7, 7, )), format!("{{{4:4$x}{{{4:0e}{{{1:-.?}{{id}}\0{0}{1}{2}{3}{4}", 254, -1.625, "Zoë", 7, 7)),
        (Box::new(Tuple::V65 (254, -1.625, "Zoë", 7, 7, )), format!("no {4:$^+03$ }{{id}}\0{0}{1}{2}{3}{4}", 254, -1.625, "Zoë", 7, 7)),
        (Box::new(Tuple::V66 (254, -1.625, "Zoë", 7, 7, )), format!("${0:0x}.\0{0}{1}{2}{3}{4}", 254, -1.625, "Zoë", 7, 7)),
        (Box::new(Tuple::V67 (254, -1.625, "Zoë", 7, 7, )), format!("{{{1} {1:04$.12e}{3:0.1x}{{id}}\0{0}{1}{2}{3}{4}", 254, -1.625, "Zoë", 7, 7)),
        (Box::new(Tuple::V68 (254, -1.625, "Zoë", 7, 7, )), format!("é: {3}no {2:04$} {2}.\0{0}{1}{2}{3}{4}", 254, -1.625, "Zoë", 7, 7)),
        (Box::new(Tuple::V69 (254, -1.625, "Zoë", 7, 7, )), format!("}}{3:^0}\0{0}{1}{2}{3}{4}", 254, -1.625, "Zoë", 7, 7)),
        (Box::new(Tuple::V70 (254, -1.625, "Zoë", 7, 7, )), format!("é: {2:-}{{0}}{3:E}no {3:0^+4$}\0{0}{1}{2}{3}{4}", 254, -1.625, "Zoë", 7, 7)),
        (Box::new(Tuple::V71 (254, -1.625, "Zoë", 7, 7, )), format!("\"{2 :#0}{{{3:05e}{{{2}{{id}}\0{0}{1}{2}{3}{4}", 254, -1.625, "Zoë", 7, 7)),
        (Box::new(Tuple::V72 (254, -1.625, "Zoë", 7, 7, )), format!(" {2:+4$.1? }{{{3}é: {4 :5b}{{id}}\0{0}{1}{2}{3}{4}", 254, -1.625, "Zoë", 7, 7)),
        (Box::new(Tuple::V73 (254, -1.625, "Zoë", 7, 7, )), format!("{{0}}{4 :-04$X?}{4}{{id}}\0{0}{1}{2}{3}{4}", 254, -1.625, "Zoë", 7, 7)),
        (Box::new(Tuple::V74 (254, -1.625, "Zoë", 7, 7, )), format!("}}{4:.^-#.X?}\0{0}{1}{2}{3}{4}", 254, -1.625, "Zoë", 7, 7)),
        (Box::new(Tuple::V75 (254, -1.625, "Zoë", 7, 7, )), format!("}}{2:—^+}${4:—<5x }{{0}}{2:+1.3$}{{id}}\0{0}{1}{2}{3}{4}", 254, -1.625, "Zoë", 7, 7)),
        (Box::new(Tuple::V76 (254, -1.625, "Zoë", 7, 7, )), format!("{{0}}{1}}}\0{0}{1}{2}{3}{4}", 254, -1.625, "Zoë", 7, 7)),
        (Box::new(Tuple::V77 (254, -1.625, "Zoë", 7, 7, )), format!("{0:>03$b}no {3 }}}\0{0}{1}{2}{3}{4}", 254, -1.625, "Zoë", 7, 7)),
        (Box::new(Tuple::V78 (254, -1.625, "Zoë", 7, 7, )), format!("{{0}}{0:+4$ }{2:^}{{id}}\0{0}{1}{2}{3}{4}", 254, -1.625, "Zoë", 7, 7)),
        (Box::new(Tuple::V79 (254, -1.625, "Zoë", 7, 7, )), format!("é: {4:#4$.12x?}{{0}}{4}\"{4}\0{0}{1}{2}{3}{4}", 254, -1.625, "Zoë", 7, 7)),
        (Box::new(Tuple::V80 (254, -1.625, "Zoë", 7, 7, )), format!("\"{1:?<#12E} {2:>3$?}{3}{{id}}\0{0}{1}{2}{3}{4}", 254, -1.625, "Zoë", 7, 7)),
        (Box::new(Tuple::V81 (254, -1.625, "Zoë", 7, 7, )), format!("}}{3:$^+.?}{{0}}{1}{{id}}\0{0}{1}{2}{3}{4}", 254, -1.625, "Zoë", 7, 7)),
        (Box::new(Tuple::V82 (254, -1.625, "Zoë", 7, 7, )), format!("${0:03$X}}}\0{0}{1}{2}{3}{4}", 254, -1.625, "Zoë", 7, 7)),
        (Box::new(Tuple::V83 (254, -1.625, "Zoë", 7, 7, )), format!("${2 :$<-0?}{{{3:5.1?}\0{0}{1}{2}{3}{4}", 254, -1.625, "Zoë", 7, 7)),
        (Box::new(Tuple::V84 (254, -1.625, "Zoë", 7, 7, )), format!("${4:<+X}\"{4 }}}\0{0}{1}{2}{3}{4}", 254, -1.625, "Zoë", 7, 7)),
        (Box::new(Tuple::V85 (254, -1.625, "Zoë", 7, 7, )), format!("${4:x<x}\"{1:+0 }}}\0{0}{1}{2}{3}{4}", 254, -1.625, "Zoë", 7, 7)),
        (Box::new(Tuple::V86 (254, -1.625, "Zoë", 7, 7, )), format!("}}{4}\"{2:x>05}no {2:-.3$?}}}\0{0}{1}{2}{3}{4}", 254, -1.625, "Zoë", 7, 7)),
        (Box::new(Tuple::V87 (254, -1.625, "Zoë", 7, 7, )), format!("é: {4:<>#3$.12}é: {0:#1.X? }}}\0{0}{1}{2}{3}{4}", 254, -1.625, "Zoë", 7, 7)),
        (Box::new(Tuple::V88 (254, -1.625, "Zoë", 7, 7, )), format!("{{0}}{1:+03$? }é: {0 :-0}.\0{0}{1}{2}{3}{4}", 254, -1.625, "Zoë", 7, 7)),
        (Box::new(Tuple::V89 (254, -1.625, "Zoë", 7, 7, )), format!("}}{1:<<-0.4$e}}}{2: ^#3$.12}}}\0{0}{1}{2}{3}{4}", 254, -1.625, "Zoë", 7, 7)),
        (Box::new(Tuple::V90 (254, -1.625, "Zoë", 7, 7, )), format!("{3:-#3$}${0:4$o}{{0}}{1:-04$}\0{0}{1}{2}{3}{4}", 254, -1.625, "Zoë", 7, 7)),
        (Box::new(Tuple::V91 (254, -1.625, "Zoë", 7, 7, )), format!("{{{3:<+5?}${2:^-#1?}\0{0}{1}{2}{3}{4}", 254, -1.625, "Zoë", 7, 7)),
        (Box::new(Tuple::V92 (254, -1.625, "Zoë", 7, 7, )), format!("é: {2 }\"{0:{<#1X?}}}\0{0}{1}{2}{3}{4}", 254, -1.625, "Zoë", 7, 7)),
        (Box::new(Tuple::V93 (254, -1.625, "Zoë", 7, 7, )), format!("\"{2:?^.5}}}\0{0}{1}{2}{3}{4}", 254, -1.625, "Zoë", 7, 7)),
        (Box::new(Tuple::V94 (254, -1.625, "Zoë", 7, 7, )), format!(" {1:0<-?}{2}no {1:>-.5?}.\0{0}{1}{2}{3}{4}", 254, -1.625, "Zoë", 7, 7)),
        (Box::new(Tuple::V95 (254, -1.625, "Zoë", 7, 7, )), format!("é: {4 }no {3}{{id}}\0{0}{1}{2}{3}{4}", 254, -1.625, "Zoë", 7, 7)),
        (Box::new(Tuple::V96 (254, -1.625, "Zoë", 7, 7, )), format!("}}{3:^5}{{id}}\0{0}{1}{2}{3}{4}", 254, -1.625, "Zoë", 7, 7)),
        (Box::new(Tuple::V97 (254, -1.625, "Zoë", 7, 7, )), format!("é: {0}{{id}}\0{0}{1}{2}{3}{4}", 254, -1.625, "Zoë", 7, 7)),
        (Box::new(Tuple::V98 (254, -1.625, "Zoë", 7, 7, )), format!("${3}{{id}}\0{0}{1}{2}{3}{4}", 254, -1.625, "Zoë", 7, 7)),
        (Box::new(Tuple::V99 (254, -1.625, "Zoë", 7, 7, )), format!("${0}{{id}}\0{0}{1}{2}{3}{4}", 254, -1.625, "Zoë", 7, 7)),
    ]
}
