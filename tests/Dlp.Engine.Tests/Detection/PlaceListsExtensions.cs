using Dlp.Engine.Detection;

namespace Dlp.Engine.Tests.Detection;

internal static class PlaceListsExtensions
{
    public static IEnumerable<TextSpan> AsEnumerable(this PlaceLists.Enumerator places)
    {
        var all = new List<TextSpan>();
        foreach (var place in places)
            all.Add(place);
        return all;
    }
}
