//! Embeds every instrument file and every demonstration diary of the repository, so that the lists are those of the folders.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets it")).join("../../instruments");
    println!("cargo::rerun-if-changed={}", root.display());
    let mut files = Vec::new();
    collect(&root, &mut files)?;
    files.sort();
    let mut table = String::from("pub(crate) static FILES: &[(&str, &str)] = &[\n");
    for path in files {
        let relative = path
            .strip_prefix(&root)
            .expect("collected below the root")
            .with_extension("");
        let id = relative.to_string_lossy().replace('\\', "/");
        let absolute = fs::canonicalize(&path)?;
        writeln!(table, "    ({id:?}, include_str!({absolute:?})),").expect("writing to a string succeeds");
    }
    table.push_str("];\n");
    let demo = root.join("../demo");
    println!("cargo::rerun-if-changed={}", demo.display());
    let mut diaries = Vec::new();
    collect(&demo, &mut diaries)?;
    diaries.sort();
    table.push_str("static DIARIES: &[(&str, &str)] = &[\n");
    for path in diaries {
        let name = path
            .file_name()
            .map(|name| name.to_string_lossy().into_owned())
            .unwrap_or_default();
        let set = name.trim_end_matches(".diary.kdl");
        writeln!(table, "    ({set:?}, include_str!({:?})),", fs::canonicalize(&path)?)
            .expect("writing to a string succeeds");
    }
    table.push_str("];\n");
    let first = fs::read_to_string(demo.join("default.txt"))?;
    writeln!(table, "static DEFAULT_DIARY: &str = {:?};", first.trim()).expect("writing to a string succeeds");
    let record = fs::canonicalize(root.join("executed.tsv"))?;
    writeln!(table, "static EXECUTED: &str = include_str!({record:?});").expect("writing to a string succeeds");
    fs::write(
        PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets it")).join("files.rs"),
        table,
    )
}

fn collect(folder: &Path, into: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            println!("cargo::rerun-if-changed={}", path.display());
            collect(&path, into)?;
        } else if path.extension().is_some_and(|extension| extension == "kdl") {
            into.push(path);
        }
    }
    Ok(())
}
