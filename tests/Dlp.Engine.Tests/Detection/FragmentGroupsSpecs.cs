using System.Runtime.Intrinsics.X86;
using CsCheck;
using Dlp.Engine.Detection;
using Dlp.Engine.Detection.Patterns;

namespace Dlp.Engine.Tests.Detection;

public class FragmentGroupsSpecs
{
    private static readonly Gen<byte[]> Literal = Gen.Byte[97, 104].Array[3, 6];

    private static readonly Gen<byte[]> Text = Gen.OneOf(Gen.Byte[97, 104], Gen.Byte[0, 126], Gen.Const(LiteralCodes.BeyondAscii)).Array[FragmentFilter.Read, FragmentFilter.Read];

    [Fact]
    public void No_place_at_which_a_fragment_stands_is_refused() =>
        Gen.Select(Literal.Array[1, 60], Text, Gen.Int[1, 4]).Sample(
            (literals, text, layers) =>
            {
                var usage = new Dictionary<uint, int>();
                var fragments = literals.Select(literal => LiteralFragment.Rarest(literal, usage)).ToList();
                var groups = FragmentGroups.Deal(fragments, layers);
                var halves = groups.Aggregate(0UL, (places, layer) => places | layer.LookUpHalves(text));
                var whole = Avx512Vbmi.IsSupported ? groups.Aggregate(0UL, (places, layer) => places | layer.LookUpWhole(text)) : halves;
                var standing = Standing(fragments, text);
                return (standing & ~whole) == 0 && (whole & ~halves) == 0;
            },
            iter: 2_000);

    private static ulong Standing(List<LiteralFragment> fragments, byte[] text)
    {
        var places = 0UL;
        for (var at = 0; at < CharacterGroups.Width; at++)
        {
            if (fragments.Exists(fragment => (BitConverter.ToUInt32(text, at) & (fragment.Length < LiteralFragment.Longest ? 0x00FF_FFFF : uint.MaxValue)) == fragment.Word))
                places |= 1UL << at;
        }

        return places;
    }
}
