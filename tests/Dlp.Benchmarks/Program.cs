using BenchmarkDotNet.Running;
using Dlp.Benchmarks;

BenchmarkSwitcher.FromAssembly(typeof(PostBenchmarks).Assembly).Run(args);
