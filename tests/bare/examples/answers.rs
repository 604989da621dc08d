//! Prints the answers of the networks, one a line.

fn main() {
    let mut answers = [0.0; bare::ANSWERS];
    bare::answers(&mut answers);
    for answer in answers {
        println!("{answer}");
    }
}
