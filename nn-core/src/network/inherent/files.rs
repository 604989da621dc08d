//! Those that need files.

/// The inherent methods that need files.
#[cfg(feature = "std")]
#[doc(hidden)]
#[macro_export]
macro_rules! inherent_std {
    (constructors $Net:ident) => {
        __nn::at! { $Net,
            /// The network whose parameters a safetensors file holds, made in place on the heap.
            ///
            /// # Errors
            ///
            /// If the file cannot be read, or does not hold exactly this network's tensors, all finite.
            pub fn load(
                path: impl ::core::convert::AsRef<__nn::StdPath>,
            ) -> ::core::result::Result<$crate::Boxed<Self>, $crate::io::LoadError> {
                $crate::io::load(path.as_ref())
            }

            /// Records what the network answers to these samples in a safetensors file, with a checksum of its parameters. The attribute
            /// `golden` of the struct names the file, and then the program does not compile, or a test fails, when an answer is another one.
            ///
            /// # Errors
            ///
            /// If there is no sample, a value or an answer is not finite, or the file cannot be written; a file that is there is unchanged
            /// then, and else replaced whole.
            pub fn save_golden<X: __nn::Sample<::core::primitive::f32, <Self as $crate::Layer<::core::primitive::f32>>::Input>>(
                &self,
                path: impl ::core::convert::AsRef<__nn::StdPath>,
                xs: &[X],
            ) -> ::core::result::Result<(), $crate::io::SaveError> {
                $crate::golden::save(self, path, xs)
            }

            /// The network whose parameters a file of safetensors or of NumPy holds under the names and in the layout that the options
            /// tell, made in place on the heap.
            ///
            /// # Errors
            ///
            /// If the file cannot be read, the options do not suit it, or it does not hold exactly this network's tensors, all finite.
            pub fn load_with(
                path: impl ::core::convert::AsRef<__nn::StdPath>,
                options: &$crate::io::LoadOptions,
            ) -> ::core::result::Result<$crate::Boxed<Self>, $crate::io::LoadError> {
                $crate::io::load_with(path.as_ref(), options)
            }
        }
    };
    (methods $Net:ident) => {
        __nn::at! { $Net,
            /// Loads those parameters that a safetensors file has, by name and shape, and tells what it and the network do
            /// not have in common; on an error the network is what it was.
            ///
            /// # Errors
            ///
            /// If the file cannot be read, a tensor that both have differs in its shape or has a value that is not finite,
            /// or they have no tensor in common.
            pub fn load_some(
                &mut self,
                path: impl ::core::convert::AsRef<__nn::StdPath>,
            ) -> ::core::result::Result<$crate::io::Unmatched, $crate::io::LoadError> {
                $crate::io::load_some(self, path)
            }

            /// Writes the parameters to a safetensors file with PyTorch's names and layout; a file that is there is
            /// replaced whole or not at all.
            ///
            /// # Errors
            ///
            /// If a parameter is not finite, or the file cannot be written; the old file is unchanged then.
            pub fn save(
                &self,
                path: impl ::core::convert::AsRef<__nn::StdPath>,
            ) -> ::core::result::Result<(), $crate::io::SaveError> {
                $crate::io::save(self, path.as_ref())
            }
        }
    };
}

/// Nothing: there are no files.
#[cfg(not(feature = "std"))]
#[doc(hidden)]
#[macro_export]
macro_rules! inherent_std {
    ($($ignored:tt)*) => {};
}
