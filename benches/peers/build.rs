//! Compiles what is written with Eigen, where Eigen is: in the folder that `EIGEN_INCLUDE` names, or where Debian has it.

use std::path::PathBuf;

fn main() {
    println!("cargo::rustc-check-cfg=cfg(eigen)");
    println!("cargo::rerun-if-env-changed=EIGEN_INCLUDE");
    println!("cargo::rerun-if-changed=src/eigen.cpp");
    let folder = std::env::var_os("EIGEN_INCLUDE").map_or_else(|| PathBuf::from("/usr/include/eigen3"), PathBuf::from);
    println!("cargo::rerun-if-changed={}", folder.display());
    if !folder.join("Eigen/Dense").exists() {
        println!("cargo::warning=Eigen is not installed and will not be measured (Debian: libeigen3-dev)");
        return;
    }
    let mut build = cc::Build::new();
    build.cpp(true).std("c++17").include(folder).file("src/eigen.cpp").opt_level(3).flag("-march=native");
    build.define("NDEBUG", None).warnings(false).compile("eigen");
    println!("cargo::rustc-cfg=eigen");
}
