use super::super::json::{JsonError, Value, parse};

fn text(json: &str) -> String {
    let Ok(Value::Text(text)) = parse(json) else { panic!("{json}") };
    text
}

#[test]
fn values_of_every_kind() {
    let value = parse(r#" { "a" : [ 0 , 12 , [ ] , { } ] , "b" : [ true , false , null , -1 , 1.5 , 2E+3 , 1e-9 ] } "#);
    let [zero, twelve] = [0, 12].map(Value::Size);
    let a = Value::List(vec![zero, twelve, Value::List(vec![]), Value::Object(vec![])]);
    let b = Value::List(vec![Value::Other; 7]);
    assert_eq!(value, Ok(Value::Object(vec![("a".to_owned(), a), ("b".to_owned(), b)])));
    assert_eq!(parse("18446744073709551616"), Ok(Value::Other));
}

#[test]
fn strings_and_their_escapes() {
    assert_eq!(text(r#""""#), "");
    assert_eq!(text(r#""Ünï😀""#), "Ünï😀");
    assert_eq!(text(r#""\"\\\/\b\f\n\r\t""#), "\"\\/\u{8}\u{c}\n\r\t");
    assert_eq!(text(r#""\u0041\u00e9\uFFfd""#), "Aé\u{fffd}");
    assert_eq!(text(r#""\ud83d\ude00!""#), "😀!");
}

#[test]
fn what_is_not_json() {
    for json in [
        "",
        " ",
        "{",
        "[",
        "]",
        "[1,]",
        "[,1]",
        "[1 2]",
        "{\"a\"}",
        "{\"a\":1,}",
        "{a:1}",
        "{1:1}",
        "tru",
        "nul",
        "True",
        "01",
        "-",
        "+1",
        ".5",
        "1.",
        "1e",
        "1e+",
        "0x1",
        "- 1",
        "NaN",
        "\"",
        "\"\\\"",
        "\"\\x\"",
        "\"\\u12\"",
        "\"\\u12g4\"",
        "\"\\u+123\"",
        "\"\\ud83d\"",
        "\"\\ud83dx\"",
        "\"\\ud83d\\u0041\"",
        "\"\\ude00\"",
        "\"\n\"",
        "\"\0\"",
        "1 1",
        "{} //",
        "\u{feff}1",
        "'a'",
        "\"\\u12é\"",
    ] {
        assert!(matches!(parse(json), Err(JsonError::Expected { .. })), "{json}");
    }
}

#[test]
fn a_message_tells_the_place() {
    assert_eq!(parse("[1, 2").unwrap_err().to_string(), "expected `,` or `]` at byte 5 of the header");
    assert_eq!(parse(r#"{"a" 1}"#).unwrap_err().to_string(), "expected `:` at byte 5 of the header");
}

#[test]
fn a_name_stands_once_in_an_object() {
    assert_eq!(parse(r#"{"a":1,"\u0061":2}"#), Err(JsonError::Duplicate { name: "a".to_owned() }));
    assert!(parse(r#"{"a":{"a":1},"b":{"a":1}}"#).is_ok());
}

#[test]
fn depth_is_limited() {
    let nested = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
    assert!(parse(&nested(33)).is_ok());
    assert_eq!(parse(&nested(34)), Err(JsonError::TooDeep { at: 33 }));
    assert!(parse(&"[".repeat(1_000_000)).is_err());
    assert!(parse(&"{\"a\":".repeat(1_000_000)).is_err());
}
